import Membership

extension Permission {
    /// Seeing which meetings there are, what is on their agendas, and what must be done by when.
    public static let readMeetings = Permission(
        "read meetings", "See the partnership’s meetings, their agendas, and what is due for them.",
        heldBy: Role.allCases.filter { $0 != .administrator })
    /// Calling meetings, moving them, calling them off, and making up their agendas.
    public static let arrangeMeetings = Permission(
        "arrange meetings", "Call meetings, move them and call them off, and make up their agendas.",
        heldBy: .clerk, .officer)
    /// Laying an agenda and its papers before everybody.
    public static let publishAgendas = Permission(
        "publish agendas", "Publish agendas and their papers, and say why something late must be taken.",
        heldBy: .clerk, .officer, asksForCode: true)

    /// The permissions of this slice.
    public static let ofMeetings: Set<Permission> = [.readMeetings, .arrangeMeetings, .publishAgendas]
}
