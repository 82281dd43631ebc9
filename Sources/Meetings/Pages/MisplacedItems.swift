import Membership
import Storage
import Web
import Wording

/// Items on the wrong side of the resolution to exclude press and public, and the way to put them right in one press.
struct MisplacedItems {
    let agenda: Agenda
    let at: Address
    let visit: Visit

    init(agenda: Agenda, at address: Address, visit: Visit) {
        (self.agenda, at, self.visit) = (agenda, address, visit)
    }

    var html: HTML? {
        guard let order = agenda.mended else { return nil }
        let (behind, before) = (agenda.behindExclusion, agenda.beforeExclusion)
        return Notice(
            .warning, "Some items stand on the wrong side of the exclusion of press and public",
            """
            <ul>
            \(behind.html { "<li>Item \($0.number), ‘\($0.item.title)’, is open: it is taken before they are excluded.</li>\n" })
            \(before.html { "<li>Item \($0.number), ‘\($0.item.title)’, is kept from the public: it is taken after.</li>\n" })
            </ul>
            \(PostForm(
                to: "\(at)/agenda/order", visit, values: [("order", order.map { "\($0)" }.joined(separator: " "))],
                Button("Put what is open before it").html
            ).html)
            """
        ).html
    }
}
