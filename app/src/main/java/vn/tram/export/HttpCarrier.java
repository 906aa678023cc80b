package vn.tram.export;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.tram.domain.Batch;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;

/// Delivery to a registry on this machine: `PUT batches/<digest>` answered with the receipt, and
/// `GET batches/<digest>/receipt`. The address holds the digest, so sending twice is sending once.
///
/// What counts as reading back is the receipt: the registry signed the digest of what arrived.
final class HttpCarrier implements Carrier {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /// For one batch there and its receipt back; a batch of 2 GB at 10 MB/s takes 3.5 minutes.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;
    private static final int UNPROCESSABLE = 422;
    private static final int MAX_SENTENCE = 500;

    private final URI base;
    private final X509Certificate registry;
    private final X509Certificate ca;

    /// @param registry the certificate receipts are signed with
    HttpCarrier(URI base, X509Certificate registry, X509Certificate ca) {
        this.base = base;
        this.registry = registry;
        this.ca = ca;
    }

    @Override
    public void deliver(Path file, Batch batch, Consumer<ExportProgress> listener)
            throws StationFault, InterruptedException {
        var response = put(file, batch, listener);
        listener.accept(new ExportProgress.ReadingBack(batch.number()));
        switch (response.statusCode()) {
            case OK -> requireReceipt(response.body(), batch);
            case CONFLICT, TOO_LARGE, UNPROCESSABLE ->
                    throw new StationFault(
                            Code.XL_505,
                            "the registry refused batch %d: %s"
                                    .formatted(batch.number(), sentence(response.body())));
            default ->
                    throw new StationFault(
                            Code.XL_501, base + " answered " + response.statusCode());
        }
    }

    private HttpResponse<byte[]> put(Path file, Batch batch, Consumer<ExportProgress> listener)
            throws StationFault, InterruptedException {
        try {
            var body = BodyPublishers.ofFile(file);
            listener.accept(new ExportProgress.Writing(batch.number(), 0, body.contentLength()));
            var response =
                    send(
                            HttpRequest.newBuilder(base.resolve("batches/" + batch.digest()))
                                    .header("Content-Type", "application/vnd.etsi.asic-e+zip")
                                    .PUT(body));
            listener.accept(
                    new ExportProgress.Writing(
                            batch.number(), body.contentLength(), body.contentLength()));
            return response;
        } catch (FileNotFoundException e) {
            throw new StationFault(Code.XL_506, "the outbox lacks " + batch.file(), e);
        }
    }

    /// The registry's proof that it has these very bytes.
    private void requireReceipt(byte[] body, Batch batch) throws StationFault {
        try {
            var receipt = ReceiptDocument.verified(body, registry, ca).receipt();
            if (!receipt.batch().equals(batch.digest())) {
                throw new StationFault(Code.XL_502, "the registry received something else");
            }
        } catch (Unreadable e) {
            throw new StationFault(Code.XL_504, e.sentence(), e);
        }
    }

    @Override
    public List<Found> receipts(List<Batch> batches) throws StationFault, InterruptedException {
        var found = new ArrayList<Found>();
        for (var batch : batches) {
            if (batch.state() == Batch.State.RECEIPTED) {
                continue;
            }
            var address = base.resolve("batches/" + batch.digest() + "/receipt");
            var response = send(HttpRequest.newBuilder(address).GET());
            if (response.statusCode() == OK) {
                found.add(new Found(batch.file() + BatchFormat.RECEIPT_SUFFIX, response.body()));
            } else if (response.statusCode() != NOT_FOUND) {
                throw new StationFault(Code.XL_501, base + " answered " + response.statusCode());
            }
        }
        return found;
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request)
            throws StationFault, InterruptedException {
        try (var client =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .proxy(ProxySelector.of(null))
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            return client.send(
                    request.timeout(PATIENCE).build(),
                    BodyHandlers.limiting(BodyHandlers.ofByteArray(), ReceiptDocument.MAX_BYTES));
        } catch (ConnectException e) {
            throw new StationFault(Code.XL_501, "nobody answers at " + base, e);
        } catch (IOException e) {
            throw new StationFault(Code.XL_503, "the connection to " + base + " was cut", e);
        }
    }

    private static String sentence(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}+", " ").strip();
        return text.length() <= MAX_SENTENCE ? text : text.substring(0, MAX_SENTENCE);
    }
}
