import Membership
import Storage
import Web

/// What can be done about something that has a beginning and an end: change it, end it, or take back that it ends.
struct TermActions {
    /// "seat", "body".
    let noun: String
    let term: Term
    /// Where it is changed and ended, and where its end is taken back.
    let details, closure, comeback: Address

    func html(on today: Day, for visit: Visit) -> HTML {
        guard term.endsOn == nil else {
            return """
                \(Notice(.information, "This \(noun) \(term.hasEnded(on: today) ? "has ended" : "ends")").html)
                \(PressForm(label: "It goes on", action: comeback).html(for: visit))
                """
        }
        return """
            <p class="actions">\
            \(Button("Change details", to: details, weight: .secondary).html) \
            \(Button("End this \(noun)", to: closure, weight: .secondary).html)</p>
            """
    }
}
