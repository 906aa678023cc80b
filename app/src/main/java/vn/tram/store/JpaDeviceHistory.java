package vn.tram.store;

import jakarta.persistence.EntityManager;
import java.util.List;
import vn.tram.enroll.DeviceHistory;
import vn.tram.enroll.StationFault;
import vn.tram.task.UiThread;

/// The history of devices in rows: one a day, one an event.
final class JpaDeviceHistory implements DeviceHistory {
    /// As wide as the columns. Foreign drivers may name their devices at any length.
    private static final int WIDTH = 300;

    private final Transactions transactions;

    JpaDeviceHistory(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(String device, Day more, List<Event> events) throws StationFault {
        UiThread.refuse("DeviceHistory.add");
        var name = cut(device);
        transactions.changing(() -> {
            transactions.commit(em -> {
                count(em, name, more);
                for (var event : events) {
                    em.persist(
                            new DeviceEventRow(
                                    name,
                                    new Event(event.at(), event.what(), cut(event.detail()))));
                }
                em.flush();
                forget(em, name);
            });
            return events.size();
        });
    }

    private static void count(EntityManager em, String device, Day more) {
        var rows =
                em.createQuery(
                                "select d from DeviceDayRow d"
                                        + " where d.device = :device and d.day = :day",
                                DeviceDayRow.class)
                        .setParameter("device", device)
                        .setParameter("day", more.day().toString())
                        .getResultList();
        if (rows.isEmpty()) {
            em.persist(new DeviceDayRow(device, more));
        } else {
            rows.getFirst().add(more);
        }
    }

    /// Lets the rows go that are older than the newest so many.
    private static void forget(EntityManager em, String device) {
        em.createQuery(
                        "select d.day from DeviceDayRow d where d.device = :device"
                                + " order by d.day desc",
                        String.class)
                .setParameter("device", device)
                .setFirstResult(DAYS)
                .setMaxResults(1)
                .getResultList()
                .forEach(day ->
                        em.createQuery(
                                        "delete from DeviceDayRow d"
                                                + " where d.device = :device and d.day <= :day")
                                .setParameter("device", device)
                                .setParameter("day", day)
                                .executeUpdate());
        em.createQuery(
                        "select e.id from DeviceEventRow e where e.device = :device"
                                + " order by e.id desc",
                        Long.class)
                .setParameter("device", device)
                .setFirstResult(EVENTS)
                .setMaxResults(1)
                .getResultList()
                .forEach(id ->
                        em.createQuery(
                                        "delete from DeviceEventRow e"
                                                + " where e.device = :device and e.id <= :id")
                                .setParameter("device", device)
                                .setParameter("id", id)
                                .executeUpdate());
    }

    @Override
    public Past of(String device) throws StationFault {
        UiThread.refuse("DeviceHistory.of");
        var name = cut(device);
        return transactions.reading(() ->
                transactions.query(em ->
                        new Past(
                                em.createQuery(
                                                "select d from DeviceDayRow d"
                                                        + " where d.device = :device"
                                                        + " order by d.day",
                                                DeviceDayRow.class)
                                        .setParameter("device", name)
                                        .getResultStream()
                                        .map(DeviceDayRow::toDay)
                                        .toList(),
                                em.createQuery(
                                                "select e from DeviceEventRow e"
                                                        + " where e.device = :device"
                                                        + " order by e.id desc",
                                                DeviceEventRow.class)
                                        .setParameter("device", name)
                                        .getResultStream()
                                        .map(DeviceEventRow::toEvent)
                                        .toList())));
    }

    private static String cut(String text) {
        return text.length() <= WIDTH ? text : text.substring(0, WIDTH);
    }
}
