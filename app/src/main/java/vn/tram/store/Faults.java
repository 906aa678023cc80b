package vn.tram.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Predicate;
import javax.crypto.AEADBadTagException;
import org.eclipse.persistence.exceptions.ConversionException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;

/// Names what failed by its code: full disk, damage, or else *cannot be read or written*.
final class Faults {
    /// Fewer usable bytes than this at a failure mean that the disk is full, whatever the system's
    /// words for it are.
    private static final long NOTHING_LEFT = 1 << 20;

    /// The store's statements are few and tested: one that H2 cannot parse, resolve or convert met
    /// a schema or a value that is not what was written.
    private static final Set<Integer> DAMAGED_SQL =
            Set.of(
                    ErrorCode.DATA_CONVERSION_ERROR_1,
                    ErrorCode.SYNTAX_ERROR_1,
                    ErrorCode.SYNTAX_ERROR_2,
                    ErrorCode.UNKNOWN_DATA_TYPE_1,
                    ErrorCode.SCHEMA_NOT_FOUND_1,
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1,
                    ErrorCode.COLUMN_NOT_FOUND_1,
                    ErrorCode.SERIALIZATION_FAILED_1,
                    ErrorCode.DESERIALIZATION_FAILED_1,
                    ErrorCode.FILE_CORRUPTED_1,
                    ErrorCode.FILE_ENCRYPTION_ERROR_1,
                    ErrorCode.FILE_VERSION_ERROR_1,
                    ErrorCode.GENERAL_ERROR_1);

    private static final Set<Integer> DAMAGED_STORE =
            Set.of(
                    DataUtils.ERROR_FILE_CORRUPT,
                    DataUtils.ERROR_CHUNK_NOT_FOUND,
                    DataUtils.ERROR_BLOCK_NOT_FOUND,
                    DataUtils.ERROR_SERIALIZATION,
                    DataUtils.ERROR_UNSUPPORTED_FORMAT,
                    DataUtils.ERROR_INTERNAL);

    private final Path folder;

    /// @param folder somewhere on the disk of the state folder
    Faults(Path folder) {
        this.folder = folder;
    }

    StationFault of(Exception failure) {
        return new StationFault(code(failure), "the store failed", failure);
    }

    private Code code(Exception failure) {
        if (anyCause(failure, Faults::saysFull) || nothingLeft()) {
            return Code.LT_401;
        }
        if (anyCause(failure, Faults::saysDamaged)) {
            return Code.LT_402;
        }
        return anyCause(failure, Faults::saysTaken) ? Code.LT_403 : Code.LT_400;
    }

    private static boolean saysFull(Throwable cause) {
        var message = cause.getMessage();
        return cause instanceof IOException
                && message != null
                && (message.contains("No space left") || message.contains("not enough space"));
    }

    private static boolean saysDamaged(Throwable cause) {
        return switch (cause) {
            case DamagedRow _, AEADBadTagException _, ConversionException _ -> true;
            case SQLException sql -> DAMAGED_SQL.contains(sql.getErrorCode());
            case MVStoreException store -> DAMAGED_STORE.contains(store.getErrorCode());
            default -> false;
        };
    }

    private static boolean saysTaken(Throwable cause) {
        return cause instanceof SQLException sql
                && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1;
    }

    private boolean nothingLeft() {
        try {
            return Files.getFileStore(folder).getUsableSpace() < NOTHING_LEFT;
        } catch (IOException _) {
            return false; // the disk is gone altogether; the failure itself is reported
        }
    }

    private static boolean anyCause(@Nullable Throwable failure, Predicate<Throwable> says) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (says.test(cause)) {
                return true;
            }
        }
        return false;
    }
}
