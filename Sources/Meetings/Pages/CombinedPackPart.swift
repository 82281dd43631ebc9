import Membership
import Storage
import Web
import Wording

/// The packs of everything that was published for a meeting, and how another is made.
struct CombinedPackPart {
    let meeting: Meeting
    let editions: [AgendaEdition]
    /// The first first.
    let packs: [CombinedPack]
    let mayPublish: Bool
    /// Whether the reader may see what is kept from the public.
    let seesWithheld: Bool
    let visit: Visit

    /// Nothing before there is a supplement.
    var html: HTML? {
        guard editions.count > 1 else { return nil }
        let list: HTML =
            packs.isEmpty
            ? "<p>The agenda and its supplements were not put together yet.</p>"
            : "<ul class=\"publications\">\(packs.reversed().html(row))</ul>"
        let isWanting = packs.last?.isSuperseded(by: editions) ?? true
        return """
            <h3>Everything in one</h3>
            \(list)
            \(mayPublish && isWanting ? PressForm(label: "Put everything in one pack", action: "\(meeting.address)/combined").html(for: visit) : nil)
            """
    }

    private func row(_ pack: CombinedPack) -> HTML {
        let place: Address = "\(meeting.address)/combined/\(String(pack.number))"
        let members: HTML? =
            pack.membersPack != nil && seesWithheld
            ? " · <a href=\"\("\(place)/members.pdf" as Address)\">The members’, with what is kept from the public (PDF)</a>"
            : nil
        let isCurrent = pack.number == packs.last?.number && !pack.isSuperseded(by: editions)
        return """
            <li class="publications__item"><a href="\("\(place)/pack.pdf" as Address)">Combined pack \(String(pack.number)) (PDF)</a>\(members) \
            \(isCurrent ? nil : Tag("Superseded", .waiting).html)
            <p class="publications__about">The agenda\(pack.upTo > 1 ? ", with supplements up to \(AgendaEdition.title(pack.upTo).begunSmall)" : ""), \
            as of \(pack.madeAt.dayAndTime), by \(pack.madeBy)</p></li>

            """
    }
}
