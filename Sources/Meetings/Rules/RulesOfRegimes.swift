import Foundation
import Membership
import Storage
import Wording
import WorkingDays

extension Body.Regime {
    /// What the law, or where there is none good practice, asks of such a body's meetings. A partnership can set other rules
    /// for each body, from a day on. Of days that the law leaves open the strictest counting is taken.
    public var rules: [DatedRules] {
        switch self {
        case .councilEngland: Self.councilEngland
        case .executiveEngland: Self.executiveEngland
        case .councilWales, .executiveWales: Self.wales(isExecutive: self == .executiveWales)
        case .partnership: [Self.voluntary("The partnership’s terms of reference", isOpen: false)]
        case .publicMeeting: [Self.voluntary("The partnership’s own practice", isOpen: true)]
        case .privatePanel:
            [Self.voluntary("The panel’s terms of reference and its information sharing agreement", isOpen: false)]
        case .team: [Self.voluntary("No rule: a team’s meetings are its own", isOpen: false, clearDays: 0)]
        }
    }

    /// Whether nothing of its meetings is ever laid before everybody.
    public var isNeverPublic: Bool { self == .privatePanel || self == .team }

    /// By which part of Schedule 12A a paper may be kept from the public; nil where that Schedule says nothing.
    public var country: PartnershipArea.Country? {
        switch self {
        case .councilEngland, .executiveEngland: .england
        case .councilWales, .executiveWales: .wales
        default: nil
        }
    }

    /// LGA 1972 s.100A(6) and s.100B(3): three clear days, and five since the Local Authorities (Access to Meetings and
    /// Documents) (Period of Notice) (England) Order 2002, SI 2002/715.
    private static let councilEngland = [
        DatedRules(
            from: day(1986, 4, 1),
            rules: council(3, "Local Government Act 1972, sections 100A(6) and 100B(3)")),
        DatedRules(
            from: day(2002, 10, 1),
            rules: council(
                5, "Local Government Act 1972, sections 100A(6) and 100B(3), as amended by SI 2002/715")),
    ]

    /// The Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012.
    private static let executiveEngland = [
        DatedRules(
            from: day(2000, 12, 1),
            rules: council(5, "Local Government Act 2000 and SI 2000/3272", callIn: 5)),
        DatedRules(
            from: day(2012, 9, 10),
            rules: council(5, "SI 2012/2089, regulations 5 to 9", notice: 28, callIn: 5)),
    ]

    /// Three clear days; since 1 May 2021 what is published electronically counts (Local Government and Elections (Wales)
    /// Act 2021, section 49 and Schedule 4).
    private static func wales(isExecutive: Bool) -> [DatedRules] {
        let before =
            isExecutive
            ? "Local Government Act 2000 and SI 2001/2290" : "Local Government Act 1972, sections 100A(6) and 100B(3)"
        return [
            DatedRules(from: day(1986, 4, 1), rules: council(3, before, callIn: isExecutive ? 5 : nil)),
            DatedRules(
                from: day(2021, 5, 1),
                rules: council(
                    3, before + ", as amended by the Local Government and Elections (Wales) Act 2021",
                    callIn: isExecutive ? 5 : nil)),
        ]
    }

    private static func council(
        _ clearDays: Int, _ source: String, notice: Int? = nil, callIn: Int? = nil
    ) -> MeetingRules {
        MeetingRules(
            isOpen: true, clearDays: clearDays, counting: .strict, cutoff: ClearDays.usualCutoff, finalsDays: 2,
            noticeDays: notice, callInDays: callIn,
            // LGA 1972 Sch 12 para 6 has it for the council; committees take it over by standing order.
            quorum: .init(oneIn: 4, least: 3), allowsSubstitutes: callIn == nil, source: source)
    }

    private static func voluntary(_ source: String, isOpen: Bool, clearDays: Int = 5) -> DatedRules {
        DatedRules(
            from: day(1998, 8, 1),
            rules: MeetingRules(
                isOpen: isOpen, clearDays: clearDays, counting: .working, cutoff: ClearDays.usualCutoff, finalsDays: 2,
                noticeDays: nil, callInDays: nil, quorum: .init(oneIn: 3, least: 2), allowsSubstitutes: true,
                source: source))
    }

    private static func day(_ year: Int, _ month: Int, _ number: Int) -> Day {
        Day(year: year, month: month, number: number) ?? Day(.distantPast)
    }
}
