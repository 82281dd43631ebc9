import Membership
import Publishing
import Storage
import Wording

/// The resolution to exclude press and public, as it follows from what is to be taken in private: it says for which item, under
/// which paragraphs of Schedule 12A, and why (LGA 1972 s.100A(4) and (5); D76).
struct ExclusionResolution {
    /// What follows it and is kept from the public, with the number each has.
    let items: [(number: Int, item: AgendaItem)]
    let regime: Body.Regime
    let day: Day

    /// What the agenda asks of the meeting, in Markdown; empty where nothing follows.
    var text: String {
        guard !items.isEmpty else { return "" }
        let head =
            resolved.isEmpty
            ? "" : "To resolve that the press and public are excluded from the meeting\(regime.exclusionPower):\n\n"
        return
            head
            + (resolved.map { "- for item \($0.number), ‘\($0.item.title)’, since \(why($0.item)).\n" }
            + confidential.map { "- \(mustBe($0.number, $0.item))\n" }).joined().withoutLastBreak
    }

    /// What the minutes say if it is carried, a point for each item.
    var points: [String] {
        resolved.map { number, item in
            "That the press and public are excluded from the meeting for item \(number), ‘\(item.title)’"
                + "\(regime.exclusionPower), since \(why(item))."
        }
    }

    private var resolved: [(number: Int, item: AgendaItem)] {
        items.filter(\.item.details.withholding.isExempt)
    }

    private var confidential: [(number: Int, item: AgendaItem)] {
        items.filter { $0.item.details.withholding.sort == .confidential }
    }

    private func why(_ item: AgendaItem) -> String {
        let withholding = item.details.withholding
        let known = ExemptParagraph.all(in: regime.country ?? .england, on: day)
        let which = withholding.paragraphs.map { number in
            let words = known.first { $0.number == number }?.words ?? ""
            return "paragraph \(number)" + (words.isEmpty ? "" : ", \(words.begunSmall)")
        }
        let grounds = which.isEmpty ? "" : " under Schedule 12A (\(which.joined(separator: "; ")))"
        let reasoning = withholding.reasoning.split(whereSeparator: \.isNewline).joined(separator: " ")
        return
            "exempt information\(grounds) would otherwise be disclosed, and keeping it back is more in the public interest than "
            + "showing it: \(reasoning.withoutFullStop)"
    }

    private func mustBe(_ number: Int, _ item: AgendaItem) -> String {
        "item \(number), ‘\(item.title)’, is confidential: the public must be excluded from it\(regime.duty)."
    }
}

extension Body.Regime {
    /// By what power the public is excluded for what is exempt: ", under section …".
    fileprivate var exclusionPower: String {
        switch self {
        case .councilEngland, .councilWales: ", under section 100A(4) of the Local Government Act 1972"
        case .executiveEngland: ", under regulation 4(2)(b) of SI 2012/2089"
        case .executiveWales, .partnership, .publicMeeting, .privatePanel, .team: ""
        }
    }

    /// By what law they must be excluded from what is confidential.
    fileprivate var duty: String {
        switch self {
        case .councilEngland, .councilWales: " (Local Government Act 1972, section 100A(2))"
        case .executiveEngland: " (SI 2012/2089, regulation 4(2)(a))"
        case .executiveWales, .partnership, .publicMeeting, .privatePanel, .team: ""
        }
    }
}

extension Agenda {
    /// The resolution that an item asks for: about what follows it and is kept from the public, up to the next such item.
    func resolution(at item: ID<AgendaItem>, of regime: Body.Regime, on day: Day) -> ExclusionResolution {
        let after = numbered.drop { $0.item.id != item }.dropFirst().prefix { $0.item.details.kind != .exclusion }
        return ExclusionResolution(
            items: after.filter { !$0.item.details.withholding.isOpen }, regime: regime, day: day)
    }

    /// The same with what each resolution to exclude the public says, below what the clerk wrote of it.
    func resolving(for regime: Body.Regime, on day: Day) -> Agenda {
        let items = items.map { item in
            guard item.details.kind == .exclusion else { return item }
            var details = item.details
            let own = details.text == AgendaItemDetails.formerExclusion ? "" : details.text
            details.text = [own, resolution(at: item.id, of: regime, on: day).text].filter { !$0.isEmpty }
                .joined(separator: "\n\n")
            return AgendaItem(
                id: item.id, number: item.number, details: details, papers: item.papers, isTakenOff: item.isTakenOff,
                revision: item.revision)
        }
        return Agenda(meeting: meeting, items: items, editions: editions)
    }

    /// The order with what the public may see first, then the resolution to exclude them, then the rest; nil where it is so
    /// already.
    var mended: [ID<AgendaItem>]? {
        guard standing.contains(where: { $0.details.kind == .exclusion }) else { return nil }
        let open = standing.filter { $0.details.kind != .exclusion && $0.details.withholding.isOpen }
        let rest = standing.filter { !$0.details.withholding.isOpen }
        let wanted = open + standing.filter { $0.details.kind == .exclusion } + rest
        guard !behindExclusion.isEmpty || !beforeExclusion.isEmpty else { return nil }
        return (wanted + items.filter(\.isTakenOff)).map(\.id)
    }

    /// Puts a new item into an order: before another, or at the end. What the public may see comes before they are excluded.
    func insert(
        _ id: ID<AgendaItem>, _ details: AgendaItemDetails, into order: inout [ID<AgendaItem>],
        before other: ID<AgendaItem>? = nil
    ) {
        let exclusion = standing.first { $0.details.kind == .exclusion }?.id
        let isBefore = details.withholding.isOpen && details.kind != .exclusion
        let place = (other ?? (isBefore ? exclusion : nil)).flatMap(order.firstIndex(of:))
        order.insert(id, at: place ?? order.endIndex)
    }

    /// Items that the public may see and that stand where it is excluded already.
    var behindExclusion: [(number: Int, item: AgendaItem)] {
        numbered.drop { $0.item.details.kind != .exclusion }.filter {
            $0.item.details.kind != .exclusion && $0.item.details.withholding.isOpen
        }
    }

    /// Items that are kept from the public and stand where it is still there.
    var beforeExclusion: [(number: Int, item: AgendaItem)] {
        numbered.prefix { $0.item.details.kind != .exclusion }.filter { !$0.item.details.withholding.isOpen }
    }

    /// Resolutions that no item follows which is kept from the public.
    var emptyExclusions: [(number: Int, item: AgendaItem)] {
        let all = numbered
        return all.enumerated().filter { place, one in
            one.item.details.kind == .exclusion
                && !all.dropFirst(place + 1).prefix { $0.item.details.kind != .exclusion }.contains {
                    !$0.item.details.withholding.isOpen
                }
        }.map(\.element)
    }
}

extension String {
    fileprivate var withoutLastBreak: String { hasSuffix("\n") ? String(dropLast()) : self }
    fileprivate var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
