import Storage
import Wording

/// A PDF that stands in an annex as it came: what is kept of it with the words of the report.
public struct AnnexFile: Hashable, Sendable, LosslessStringConvertible {
    /// The question that it answers.
    static let question = "file"
    /// The one by which somebody keeps a file that is there, takes it out, or puts back one that was.
    static let keeping = "file-kept"

    public let hash: FileHash
    public let pages: Int
    /// In bytes.
    public let size: Int
    /// As it was called where it came from.
    public let name: String

    init(hash: FileHash, pages: Int, size: Int, name: String) {
        (self.hash, self.pages, self.size, self.name) = (hash, pages, size, name)
    }

    public init?(_ text: String) {
        let parts = text.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, let hash = FileHash(parts[0]), let pages = Int(parts[1]), let size = Int(parts[2])
        else { return nil }
        self.init(hash: hash, pages: pages, size: size, name: parts[3])
    }

    public var description: String { "\(hash) \(pages) \(size) \(name)" }

    /// "PDF, 12 pages, 340 kB"
    var measure: String { "PDF, \(pages.counted("page", "pages")), \(size.asSize)" }

    /// What tells it from another by its name: "Plan.pdf, PDF, 12 pages, 340 kB, SHA-256 ab12cd34…"
    var words: String { "\(name), \(measure), SHA-256 \(hash.description.prefix(8))…" }
}

/// An annex of a final report that has a file.
public struct ReportAnnex: Sendable {
    public let id: ID<ReportItem>
    /// From 1.
    public let number: Int
    public let title: String
    public let file: AnnexFile
    /// What the file shows, for whoever cannot see it.
    public let shows: String
    /// What it is called among the files that a paper shows which prints the report.
    public var sheets: String { ReportPaper.sheets(of: file) }
}

extension FinalReport {
    /// Those that have a file, in the order of the paper.
    public var annexesWithFiles: [ReportAnnex] { frozen.document.annexesWithFiles }
}

extension ReportDocument {
    var annexesWithFiles: [ReportAnnex] {
        annexes.compactMap { annex in
            annex.file.map {
                ReportAnnex(id: annex.id, number: annex.number, title: annex.title, file: $0, shows: annex.shows)
            }
        }
    }
}

extension ReportPlace {
    /// Whether a file can stand there.
    var takesFile: Bool { questions.contains { $0.kind == .file } }
}

extension PartAnswers {
    /// The file that stands there.
    var file: AnnexFile? { AnnexFile(self[AnnexFile.question]) }
}

extension [SavedPart] {
    /// Each file that ever stood there, with the last saving that has it; the newest first.
    var files: [(number: Int, file: AnnexFile)] {
        var found: [(number: Int, file: AnnexFile)] = []
        for saved in self {
            guard let file = saved.answers.file, !found.contains(where: { $0.file == file }) else { continue }
            found.append((saved.number, file))
        }
        return found
    }
}
