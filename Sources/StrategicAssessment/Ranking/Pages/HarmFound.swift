import Web
import Wording

/// What a score rests on that no rule of counts gave: the offences with their weights, the citation of a judgement, a survey.
struct HarmFound {
    let cell: RankingMatrix.Cell

    var html: HTML? {
        guard cell.harm != nil || !cell.rests.isEmpty || !cell.uncited.isEmpty else { return nil }
        return """
            <h2>What it rests on</h2>
            \(cell.harm.map(offences))
            \((cell.harm == nil ? cell.rests : []).html { "<p class=\"measure\">\($0)</p>" })
            \(cell.uncited.html { given in
                """
                <p class="measure">‘\(given.source)’, entered by \(given.enteredBy) on \(given.at.day), does not count: it does not say \
                in full what it rests on. Enter it again with that.</p>
                """
            })
            """
    }

    private func offences(_ harm: HarmOfTheme) -> HTML {
        let list: Address = "/severity-scores/\(harm.list.address)"
        return """
            \(DataTable(
                "Its offences, each with how often it was recorded times its weight",
                columns: [.text("Offence"), .number("Recorded"), .number("Weight"), .number("Harm"), .text("Counts from")],
                rows: harm.parts.map { part in
                    let opened: HTML = part.figure.address.map { address in
                        "<a href=\"\(Address("/figures").asking(["at": address]))\">\(part.count.grouped)</a>"
                    } ?? HTML(text: part.count.grouped)
                    return [
                        HTML(text: part.category.name), opened, HTML(text: part.weight.asWeight),
                        HTML(text: part.harm.asWeight), HTML(text: part.figure.source),
                    ]
                },
                footer: ["All", "", "", HTML(text: harm.total.asWeight), ""]
            ).html)
            <p class="citation measure">Weights: <a href="\(list)">\(harm.list.citation)</a>, \
            \(harm.list.details.unit.isEmpty ? "" : "in \(harm.list.details.unit), ")version \(harm.list.version). \
            Licence: \(harm.list.details.licence).</p>
            """
    }
}
