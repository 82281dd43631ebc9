import Press
import Storage
import Wording

/// How much of PDFs that were given a pack has to show: each counts once, however many pages it has.
struct PackSize {
    /// One of them, with the item that it lies with.
    struct File: Equatable {
        let item: ID<AgendaItem>
        let number: Int
        let title: String
        let bytes: Int

        /// "item 7, ‘Contract’ (48 MB)"
        var words: String { "item \(number), ‘\(title)’ (\(bytes.asSize))" }
    }

    /// The largest first.
    let files: [File]
    /// Bytes that one pack takes.
    let most: Int

    private var bytes: Int { files.reduce(0) { $0 + $1.bytes } }

    /// - Parameters:
    ///   - included: the items that are printed.
    ///   - size: of a file that is kept.
    init(
        _ agenda: Agenda, included: Set<String>, reports: [String: FinishedReport], most: Int,
        size: (FileHash) -> Int?
    ) {
        var (files, known): ([File], Set<FileHash>) = ([], [])
        for (number, item) in agenda.numbered where included.contains("\(item.id)") {
            for paper in item.standing {
                for (title, file) in paper.files(reports) where known.insert(file.hash).inserted {
                    files.append(File(item: item.id, number: number, title: title, bytes: size(file.hash) ?? 0))
                }
            }
        }
        (self.files, self.most) = (files.sorted { $0.bytes > $1.bytes }, most)
    }

    /// Why it cannot be printed; nil where it can.
    var obstacle: Agenda.Obstacle? {
        guard bytes > most, let largest = files.first else { return nil }
        let advice =
            "Give smaller PDFs, such as scans with fewer points to the inch, or publish some by a supplementary agenda of their own"
        return .init(
            item: largest.item,
            words:
                "The PDFs that were given are \(bytes.asSize) together, and one pack takes \(most.asSize). The largest are "
                + "\(files.prefix(3).map(\.words).inWords). \(advice)")
    }

    /// Why the pack could not be made, and what to do.
    func words(of error: PressError) -> String {
        let largest = files.first.map { "The largest PDF is of \($0.words): give a smaller one, or publish it" }
        return error.words(
            advising: (largest ?? "Publish some of the longest papers") + " by a supplementary agenda of its own.")
    }
}

extension AgendaPaper {
    /// The PDFs that it is or has, with what each is called.
    fileprivate func files(_ reports: [String: FinishedReport]) -> [(String, PaperFile)] {
        switch content {
        case .text: []
        case .file(let file): [(title, file)]
        case .report(let address, let version):
            (reports[PackMaker.key(of: address, version)]?.annexes ?? []).map { (title, $0.file) }
        }
    }
}

extension MeetingDesks {
    func size(_ agenda: Agenda, included: Set<String>, reports: [String: FinishedReport]) -> PackSize {
        PackSize(agenda, included: included, reports: reports, most: printing.press.mostShown) { files.size(of: $0) }
    }

    /// Whether what lies with an agenda is too much for a pack, for whoever makes it up; nil where it is not.
    func tooMuch(on found: Found, _ agenda: Agenda) async throws -> Agenda.Obstacle? {
        let contents = Self.contents(of: agenda)
        let before = agenda.editions.last?.contents
        let included = before.map { AgendaChanges(from: $0, to: contents).items } ?? Set(contents.items.map(\.id))
        return size(agenda, included: included, reports: try await reports(of: agenda, found)).obstacle
    }

    /// The reports on an agenda, as they are laid before the meeting.
    func reports(of agenda: Agenda, _ found: Found) async throws -> [String: FinishedReport] {
        var all: [String: FinishedReport] = [:]
        for paper in agenda.standing.flatMap(\.standing) {
            guard case .report(let address, let version) = paper.content else { continue }
            all[PackMaker.key(of: address, version)] = try await reports.report(
                address, version: version, to: PackMaker.addressee(found.body, found.meeting))
        }
        return all
    }
}
