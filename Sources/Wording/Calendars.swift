import Foundation

/// The calendars there are. A calendar made elsewhere would keep the zone of the machine it runs on.
extension Calendar {
    /// Days and clocks as they are in England and Wales.
    public static let london = gregorian(in: TimeZone(identifier: "Europe/London") ?? .gmt)

    /// Days and clocks as machines write them to one another.
    public static let utc = gregorian(in: .gmt)

    private static func gregorian(in zone: TimeZone) -> Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar
    }
}
