import Membership

/// By what rule something late comes onto an agenda, as the clerk is told.
struct LateRule {
    let words: String

    init(_ regime: Body.Regime) {
        words =
            switch regime {
            case .councilEngland, .councilWales:
                "What is not on the published agenda can only be taken if the chair is of the opinion that it is urgent, by reason of "
                    + "special circumstances (Local Government Act 1972, section 100B(4)). Each new item needs that reason, and the "
                    + "minutes repeat it."
            case .executiveEngland:
                "An item may be considered in public only if it was on the agenda for five clear days, or since the meeting was called "
                    + "where that was later (SI 2012/2089, regulation 6). Each new item needs a reason, and the minutes repeat it."
            case .executiveWales, .partnership, .publicMeeting, .privatePanel, .team:
                "No Act says what such a body may take late: its own rules do. Each new item needs the chair’s reason, and the minutes "
                    + "repeat it."
            }
    }
}
