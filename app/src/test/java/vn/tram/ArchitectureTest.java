package vn.tram;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The import table of the design, as a test. A row is a package of the station and what of the
/// station it may import.
class ArchitectureTest {
    private static final Map<String, List<String>> MAY_IMPORT = new LinkedHashMap<>();

    static {
        row("domain", "image");
        row("task");
        row("matching", "domain", "image", "task");
        row("quality", "domain", "image", "imaging", "matching", "task");
        row("identity", "domain");
        row(
                "enroll",
                "domain",
                "quality",
                "matching",
                "identity",
                "device",
                "image",
                "imaging",
                "task");
        row("calibration", "domain", "quality", "device", "image", "imaging", "task");
        row("roster", "domain", "identity", "enroll", "task");
        row("security", "domain", "matching", "enroll", "roster", "task");
        row("store", "domain", "image", "matching", "task", "enroll", "roster");
        row("export", "domain", "image", "imaging", "enroll", "security", "task");
        row("registry", "domain", "export", "security", "task");
        row("papers", "calibration", "domain", "identity", "image", "task");
        row(
                "settings",
                "calibration",
                "domain",
                "identity",
                "image",
                "quality",
                "device",
                "enroll",
                "roster",
                "task");
        row("ui.kit", "image", "domain", "device", "identity", "enroll", "task");
        row(
                "ui",
                "ui.kit",
                "calibration",
                "domain",
                "image",
                "enroll",
                "quality",
                "identity",
                "papers",
                "settings",
                "device");
    }

    /// A library and the packages that alone may use it.
    private static final Map<String, List<String>> ALONE = new LinkedHashMap<>();

    static {
        alone("com.machinezoo.sourceafis..", "matching");
        alone("org.opencv..", "quality", "imaging", "calibration", "driver.camera");
        alone("org.bouncycastle..", "security", "export", "driver.sbi");
        alone("com.nimbusds..", "driver.sbi");
        alone("org.jnbis..", "imaging");
        alone("jakarta.persistence..", "store");
        alone("org.eclipse.persistence..", "store");
        alone("org.h2..", "store");
        alone("org.flywaydb..", "store");
        alone("org.jmrtd..", "export");
        alone("com.sun.net.httpserver..", "registry");
        alone("org.apache.pdfbox..", "papers");
        alone("com.google.zxing..", "papers", "imaging");
        alone("com.fazecast..", "serial");
        alone("org.apache.commons.csv..", "roster");
        alone("org.apache.commons.compress..", "roster");
        alone("org.dhatim..", "roster");
        alone("tools.jackson.dataformat.toml..", "settings");
        alone("javafx..", "ui");
        alone("atlantafx..", "ui");
        alone("org.kordamp.ikonli..", "ui");
        alone("picocli..", "cli", "");
    }

    private static JavaClasses station;

    @BeforeAll
    static void readClasses() {
        station =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("vn.tram");
    }

    private static void row(String name, String... may) {
        MAY_IMPORT.put(name, Arrays.asList(may));
    }

    private static void alone(String library, String... packages) {
        ALONE.put(library, Arrays.asList(packages));
    }

    private static String[] trees(List<String> names) {
        return names.stream()
                .map(n -> n.isEmpty() ? "vn.tram" : "vn.tram." + n + "..")
                .toArray(String[]::new);
    }

    @TestFactory
    Stream<DynamicTest> eachPackageImportsOnlyWhatItsRowAllows() {
        return MAY_IMPORT.entrySet().stream()
                .map(row ->
                        DynamicTest.dynamicTest(
                                row.getKey(),
                                () -> {
                                    var own =
                                            row.getKey().equals("ui")
                                                    ? screens()
                                                    : resideInAPackage(
                                                            "vn.tram." + row.getKey() + "..");
                                    var allowed = resideInAnyPackage(trees(row.getValue())).or(own);
                                    noClasses()
                                            .that(own)
                                            .should()
                                            .dependOnClassesThat(
                                                    resideInAPackage("vn.tram..")
                                                            .and(allowed.negate()))
                                            .because("the import table of the design says so")
                                            .allowEmptyShould(true)
                                            .check(station);
                                }));
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> screens() {
        return resideInAPackage("vn.tram.ui..").and(resideInAPackage("vn.tram.ui.kit..").negate());
    }

    @Test
    void noScreenKnowsAnother() {
        slices().matching("vn.tram.ui.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(screens(), resideInAPackage("vn.tram.ui.kit.."))
                .allowEmptyShould(true)
                .check(station);
    }

    @Test
    void noCycle() {
        slices().matching("vn.tram.(*)..").should().beFreeOfCycles().check(station);
    }

    /// A matrix made of another must outlive what native code reads from it: `MatScope` holds it.
    @Test
    void onlyTheScopeMakesAMatrixOfAnother() {
        noClasses()
                .that()
                .haveNameNotMatching("vn\\.tram\\.quality\\.portrait\\.MatScope")
                .should()
                .callMethodWhere(
                        target(nameMatching("reshape|row|col|rowRange|colRange|submat|diag"))
                                .and(target(owner(name("org.opencv.core.Mat")))))
                .because("the collector frees a matrix that only native code still uses")
                .check(station);
    }

    @Test
    void aDriverKnowsOnlyImageDeviceImagingAndSerialPorts() {
        slices().matching("vn.tram.driver.(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .check(station);
        noClasses()
                .that()
                .resideInAPackage("vn.tram.driver..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("vn.tram..")
                                .and(
                                        resideInAnyPackage(
                                                        "vn.tram.driver..",
                                                        "vn.tram.image..",
                                                        "vn.tram.device..",
                                                        "vn.tram.imaging..",
                                                        "vn.tram.serial..")
                                                .negate()))
                .allowEmptyShould(true)
                .check(station);
    }

    @TestFactory
    Stream<DynamicTest> eachLibraryHasItsPlace() {
        return ALONE.entrySet().stream()
                .map(row ->
                        DynamicTest.dynamicTest(
                                row.getKey(),
                                () ->
                                        noClasses()
                                                .that(
                                                        resideInAPackage("vn.tram..")
                                                                .and(
                                                                        resideInAnyPackage(
                                                                                        trees(
                                                                                                row
                                                                                                        .getValue()))
                                                                                .negate()))
                                                .should()
                                                .dependOnClassesThat()
                                                .resideInAPackage(row.getKey())
                                                .allowEmptyShould(true)
                                                .check(station)));
    }

    @Test
    void everyPackageHasARow() {
        var known = new TreeSet<>(MAY_IMPORT.keySet());
        known.addAll(List.of("cli", "bench", "image", "device", "imaging", "serial", "driver"));
        var found = new TreeSet<String>();
        station.forEach(c -> {
            if (!c.getPackageName().equals("vn.tram")) {
                found.add(c.getPackageName().substring("vn.tram.".length()).split("\\.")[0]);
            }
        });
        assertThat(known).containsAll(found);
    }

    @Test
    void aViewModelKnowsNoControl() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx.scene..")
                .allowEmptyShould(true)
                .check(station);
    }

    @Test
    void onlyTheKitHopsToTheUiThread() {
        noClasses()
                .that(
                        resideInAPackage("vn.tram..")
                                .and(resideInAPackage("vn.tram.ui.kit..").negate()))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.application.Platform")
                .check(station);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that(
                        resideInAnyPackage("vn.tram.cli..", "vn.tram.bench..")
                                .negate()
                                .and(resideInAPackage("vn.tram..")))
                .should()
                .accessField(System.class, "out")
                .check(station);
    }

    @Test
    void theOldDateStaysWithTheCertificates() {
        noClasses()
                .that(
                        resideInAnyPackage("vn.tram.security..", "vn.tram.export..")
                                .negate()
                                .and(resideInAPackage("vn.tram..")))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .check(station);
    }

    @Test
    void threadsAreStartedInFewPlaces() {
        noClasses()
                .that(
                        resideInAPackage("vn.tram..")
                                .and(
                                        resideInAnyPackage(
                                                        "vn.tram.task..",
                                                        "vn.tram.device..",
                                                        "vn.tram.driver..",
                                                        "vn.tram.imaging..",
                                                        "vn.tram.ui.kit..",
                                                        "vn.tram")
                                                .negate()))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.Executors")
                .orShould()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .callMethod(Thread.class, "ofVirtual")
                .orShould()
                .callMethod(Thread.class, "ofPlatform")
                .orShould()
                .callMethod(Thread.class, "startVirtualThread", Runnable.class)
                .check(station);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith(org.jspecify.annotations.NullMarked.class)
                .check(station);
    }
}
