package vn.tram.ui.review;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import vn.tram.domain.Attempt;
import vn.tram.domain.Session;
import vn.tram.enroll.Captures;
import vn.tram.enroll.StationFault;
import vn.tram.image.Box;
import vn.tram.image.Frame;
import vn.tram.image.Gray8;
import vn.tram.image.Pixels;
import vn.tram.image.Position;
import vn.tram.image.Rgb8;

/// The kept picture of each finger and of the face, cut out of the capture it was taken in.
///
/// @param all by finger, and the face; what is not captured is not in it
public record Pictures(Map<Position, Pixels> all) {
    /// A face is shown so many times as wide as its box, upright like on a card.
    private static final double AROUND_FACE = 1.9;

    private static final double CARD_RATIO = 4.0 / 3;

    public Pictures {
        all = Map.copyOf(all);
    }

    /// Reads and decrypts the captures that count. Blocks.
    static Pictures of(Session session, Captures captures) throws StationFault {
        var frames = new HashMap<Attempt, Frame>();
        var cut = new EnumMap<Position, Pixels>(Position.class);
        for (var member : members()) {
            var attempt = session.capturedIn(member);
            if (attempt.isPresent()) {
                var frame = frames.get(attempt.get());
                if (frame == null) {
                    frame = captures.frame(session.id(), attempt.get());
                    frames.put(attempt.get(), frame);
                }
                var box =
                        attempt.get()
                                .of(member)
                                .map(j -> j.box())
                                .orElse(Box.whole(frame.pixels()));
                cut.put(member, member == Position.FACE ? face(frame, box) : finger(frame, box));
            }
        }
        return new Pictures(cut);
    }

    private static Iterable<Position> members() {
        var members = new java.util.ArrayList<>(Position.fingers());
        members.add(Position.FACE);
        return members;
    }

    private static Gray8 finger(Frame frame, Box box) {
        return box.cutFrom(frame.pixels().toGray());
    }

    private static Pixels face(Frame frame, Box box) {
        return switch (frame.pixels()) {
            case Gray8 gray -> gray;
            case Rgb8 colour -> {
                int width =
                        (int)
                                Math.min(
                                        Math.min(colour.width(), box.width() * AROUND_FACE),
                                        colour.height() / CARD_RATIO);
                int height = (int) (width * CARD_RATIO);
                int left = at(box.centreX() - width / 2.0, colour.width() - width);
                int top = at(box.centreY() - height / 2.0, colour.height() - height);
                yield colour.crop(left, top, width, height);
            }
        };
    }

    private static int at(double wanted, int most) {
        return (int) Math.clamp(wanted, 0, most);
    }
}
