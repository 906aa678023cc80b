package vn.tram.ui.workbench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.tram.device.DeviceInfo;
import vn.tram.device.Kind;
import vn.tram.ui.kit.Intent;
import vn.tram.ui.kit.Intent.Workbench.Page;
import vn.tram.ui.kit.Key;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Tabs;
import vn.tram.ui.kit.Tone;

/// The pages about a device, of which one is here.
final class PageTabs {
    private static final List<Key> KEYS = List.of(Key.DIGIT_1, Key.DIGIT_2, Key.DIGIT_3);

    private final Kit kit;
    private final DeviceInfo device;
    private final Page here;

    PageTabs(Kit kit, DeviceInfo device, Page here) {
        this.kit = kit;
        this.device = device;
        this.here = here;
    }

    /// A code reader takes no pictures that could be measured.
    private List<Page> pages() {
        return device.kind() == Kind.CODE_READER
                ? List.of(Page.HISTORY, Page.LIVE)
                : List.of(Page.values());
    }

    Tabs drawn() {
        var tabs = new Tabs(kit.controls());
        var all = new ArrayList<Tabs.Tab>();
        for (var page : pages()) {
            all.add(
                    new Tabs.Tab(
                            Phrase.of("workbench.page." + page),
                            page == here ? Tone.HERE : Tone.TO_DO,
                            page == here,
                            () -> go(page)));
        }
        tabs.show(all);
        return tabs;
    }

    /// The digits before the words.
    Map<Key, Runnable> keys() {
        var keys = new EnumMap<Key, Runnable>(Key.class);
        for (var page : pages()) {
            keys.put(KEYS.get(page.ordinal()), () -> go(page));
        }
        return keys;
    }

    void go(Page page) {
        if (page != here) {
            kit.navigator().go(new Intent.Workbench(device, page));
        }
    }
}
