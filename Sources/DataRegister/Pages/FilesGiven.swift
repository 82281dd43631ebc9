import Storage
import Web
import Wording

/// `/data/imports/{import}/together`: several files that were given at once, and how each of them stands.
struct FilesGiven {
    struct File {
        let dataImport: DataImport
        let release: Release?
        /// Nil once it has ended.
        let progress: ImportDesk.Progress?
    }

    let first: ID<DataImport>
    let files: [File]

    var page: Page {
        let heading = "\(isFinished ? "Read" : "Reading") \(files.count.counted("file", "files"))"
        return Page(
            heading, crumbs: [Mention(at: "/home", titled: "Home"), Mention(at: "/data", titled: "Data")], width: .wide,
            reloadsAfter: isFinished ? nil : 2,
            body: """
                <h1>\(heading)</h1>
                \(isFinished ? ended : underWay)
                <div id="files">\(table.html)</div>
                \(isFinished ? actions : nil)
                """)
    }

    var progress: ImportProgress {
        ImportProgress(isFinished: isFinished, percent: Int(fraction * 100), detail: detail)
    }

    private var isFinished: Bool { files.allSatisfy { $0.dataImport.state != .reading } }

    private func count(_ state: DataImport.State) -> Int { files.count { $0.dataImport.state == state } }

    /// Each file counts alike, however large: how large the next is does not say how long it takes.
    private var fraction: Double {
        let parts = files.map { $0.dataImport.state == .reading ? $0.progress?.fraction ?? 0 : 1 }
        return parts.reduce(0, +) / Double(max(files.count, 1))
    }

    private var detail: String {
        let ended = files.count - count(.reading)
        return ([("\(ended) of \(files.count) read")] + refusals).joined(separator: ", ")
    }

    private var refusals: [String] {
        let refused = count(.refused) + count(.interrupted)
        return refused == 0 ? [] : ["\(refused) of them not imported"]
    }

    private var underWay: HTML {
        """
        <p class="lead">The files have been kept. You may leave this page: the reading goes on.</p>
        \(Progress(
            "How far they are", fraction: fraction, detail: detail,
            source: "/data/imports/\(first)/together/progress", renewing: "files"
        ).html)
        """
    }

    private var ended: HTML {
        let lines = [
            (count(.accepted), "imported"), (count(.known), "already here"), (count(.refused), "refused"),
            (count(.interrupted), "interrupted"),
        ].filter { $0.0 > 0 }.map { "\($0.0.grouped) \($0.1)" }
        return refusals.isEmpty
            ? Notice(.success, "All files were read", "<p>\(lines.inWords).</p>").html
            : Notice(
                .warning, "Some files were not imported",
                "<p>\(lines.inWords). A file that was not imported has changed nothing.</p>"
            ).html
    }

    private var actions: HTML {
        """
        <p class="actions">\(Button("See all data", to: "/data").html) \
        \(Button("Import other files", to: "/data/import", weight: .secondary).html)</p>
        """
    }

    private var table: DataTable {
        DataTable(
            "The files that were given together", columns: [.text("File"), .text("State"), .text("What became of it")],
            rows: files.map { file in
                [
                    "<a href=\"/data/imports/\("\(file.dataImport.id)")\">\(file.dataImport.name)</a>",
                    file.tag.html, HTML(text: file.outcome),
                ]
            })
    }
}

extension FilesGiven.File {
    fileprivate var tag: Tag {
        switch dataImport.state {
        case .reading where progress?.isWaiting ?? false: Tag("Waiting")
        case .reading: Tag("Being read", .waiting)
        case .accepted: Tag("Imported", .good)
        case .known: Tag("Already here")
        case .refused: Tag("Refused", .bad)
        case .interrupted: Tag("Interrupted", .bad)
        case .waiting: Tag("Waits to be looked at", .waiting)
        case .dropped: Tag("Left")
        }
    }

    fileprivate var outcome: String {
        switch dataImport.state {
        case .reading: progress?.detail ?? "Finishing"
        case .waiting: "It waits until somebody has looked at it."
        case .dropped: "Nothing of it was taken in."
        case .accepted: release?.rowsWording ?? ""
        case .known: "The very same file, to the last byte: nothing was changed."
        case .refused, .interrupted:
            dataImport.problem?.split(separator: "\n").first.map(String.init) ?? "Nothing was changed."
        }
    }
}
