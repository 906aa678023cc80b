package vn.tram.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Instants in columns `timestamp(9) with time zone`, to the nanosecond and in UTC whatever the
/// machine's zone is. EclipseLink 5.0.0 writes an [Instant] there, but cannot read it back
/// (EclipseLink-3002).
///
/// Public because EclipseLink makes it without asking for access; nobody else has a use for it.
@Converter(autoApply = true)
public final class UtcTime
        implements AttributeConverter<@Nullable Instant, @Nullable OffsetDateTime> {
    @Override
    public @Nullable OffsetDateTime convertToDatabaseColumn(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    public @Nullable Instant convertToEntityAttribute(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
