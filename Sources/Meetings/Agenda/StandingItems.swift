import Storage

extension AgendaItemDetails {
    static let apologies = AgendaItemDetails(kind: .apologies, title: "Apologies for absence")

    static let declarations = AgendaItemDetails(
        kind: .declarations, title: "Declarations of interest",
        text: "To receive declarations of interest, and what each member will do about theirs.")

    static let arising = AgendaItemDetails(
        kind: .arising, title: "Actions arising", text: "What became of what was asked for at earlier meetings.")

    /// What the meeting is asked writes itself, see ``ExclusionResolution``.
    static let exclusion = AgendaItemDetails(kind: .exclusion, title: "Exclusion of press and public")

    /// What such an item said before it named what it is about.
    static let formerExclusion = """
        To resolve that the press and public are excluded from the meeting for the items that follow, since exempt or \
        confidential information would otherwise be disclosed to them (Local Government Act 1972, section 100A).
        """

    /// To approve what was written of a meeting.
    static func minutes(of meeting: Meeting, body: String) -> AgendaItemDetails {
        let kind = meeting.details.kind == .ordinary ? "" : meeting.details.kind.rawValue + " "
        return AgendaItemDetails(
            kind: .minutes, title: "Minutes of the \(kind)meeting of \(meeting.day.words)",
            text: "To approve the minutes of the \(kind)meeting of \(body) held on \(meeting.day.words).")
    }
}

/// What a new agenda begins with, before what waits for the meeting.
struct StandingItems {
    static let all: [AgendaItemDetails] = [.apologies, .declarations]
}
