import Storage
import Web
import Wording

/// `/data/import` and `/data/imports/{import}`: giving a file, and seeing what becomes of it.
enum ImportPages {
    private static let crumbs = [Mention(at: "/home", titled: "Home"), Mention(at: "/data", titled: "Data")]

    static let longestPublisher = 120

    static func form(
        _ visit: Visit, limit: Int, kind: String = "", publisher: String = "", refusals: Refusals? = nil,
        notice: Notice? = nil
    ) -> Page {
        Page(
            "Import data", crumbs: crumbs, hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <h1>Import data</h1>
                <p class="lead">Each file is kept exactly as you give it. Every row is counted, or set aside with the \
                reason; a file that cannot be used changes nothing.</p>
                \(notice?.html)
                <form method="post" action="/data/import" enctype="multipart/form-data" data-behaviour="upload">
                \(AntiForgeryField(visit).html)
                \(Field(
                    "kind", "What is it?", .choice(Release.Kind.givenByKind.map { .init($0.rawValue, $0.choice) }),
                    value: kind
                ).html)
                \(Field(
                    "publisher", "Who published it, if not the usual publisher",
                    hint: "Of residents, boundaries, lookups and postcodes: left empty, it is the Office for National Statistics. Sources "
                        + "name whoever stands here.", value: publisher, refusals: refusals
                ).html)
                \(Field(
                    "file", "Files",
                    hint: "Choose one or more, or drop them on the field. For crime, the CSV as data.police.uk "
                        + "publishes it, plain or .gz, or the .zip of months’ folders; for places, CSV or GeoJSON, plain or .gz. At "
                        + "most \(limit.asSize) each.",
                    .file(accept: ".csv,.gz,.zip,.json,.geojson", allowsSeveral: true), refusals: refusals
                ).html)
                <div class="progress" hidden>
                <label class="progress__label" for="sent">Sending</label>
                <progress id="sent" class="progress__bar" max="100"></progress>
                <p class="progress__detail" aria-live="polite"></p>
                </div>
                \(Button("Import").html)
                </form>
                """)
    }

    /// An import whose file was not, or not yet, taken in; ``ImportedPage`` is of one that was.
    static func state(_ dataImport: DataImport, progress: ImportDesk.Progress?) -> Page {
        switch dataImport.state {
        // Its release is there with the word that it was accepted.
        case .reading, .accepted: reading(dataImport, progress)
        case .known:
            ended(
                dataImport, .information, "This file is already here",
                "It is the very same file, to the last byte, so nothing was changed.")
        case .refused, .interrupted: refused(dataImport)
        case .waiting: waiting(dataImport)
        case .dropped: ended(dataImport, .information, "Nothing was taken in", "Somebody looked at it and left it.")
        }
    }

    private static func reading(_ dataImport: DataImport, _ progress: ImportDesk.Progress?) -> Page {
        Page(
            "Reading \(dataImport.name)", crumbs: crumbs, reloadsAfter: 2,
            body: """
                <h1>Reading \(dataImport.name)</h1>
                <p class="lead">The file has been kept. You may leave this page: the reading goes on.</p>
                \(Progress(
                    "How far it is", fraction: progress?.fraction, detail: progress?.detail ?? "Finishing",
                    source: "/data/imports/\(dataImport.id)/progress"
                ).html)
                """)
    }

    private static func waiting(_ dataImport: DataImport) -> Page {
        Page(
            "\(dataImport.name) waits", crumbs: crumbs,
            body: """
                <h1>\(dataImport.name) waits</h1>
                <p class="lead">Nothing of it is taken in until somebody has looked at how it is understood.</p>
                <p class="actions">\(Button("Look at it", to: "/data/imports/\(dataImport.id)/check").html)</p>
                """)
    }

    private static func ended(
        _ dataImport: DataImport, _ tone: Notice.Tone, _ heading: String, _ sentence: String
    ) -> Page {
        Page(
            heading, crumbs: crumbs,
            body: """
                <h1>\(dataImport.name)</h1>
                \(Notice(tone, heading, "<p>\(sentence)</p>").html)
                <p class="actions">\
                \(dataImport.release.map { Button("See what was in it", to: "/data/releases/\($0)").html }) \
                \(Button("Import another file", to: "/data/import", weight: .secondary).html)</p>
                """)
    }

    private static func refused(_ dataImport: DataImport) -> Page {
        let lines = (dataImport.problem ?? "").split(separator: "\n").map(String.init)
        return Page(
            "\(dataImport.name) was not imported", crumbs: crumbs, hasErrors: true,
            body: """
                <h1>\(dataImport.name) was not imported</h1>
                \(Notice(
                    .warning, "Nothing was changed",
                    """
                    <p>\(lines.first ?? "")</p>
                    \(lines.count > 1 ? HTML("<ul>\(lines.dropFirst().html { "<li>\($0)</li>" })</ul>") : nil)
                    """
                ).html)
                <p class="actions">\(Button("Import another file", to: "/data/import").html)</p>
                """)
    }
}

extension Release.Kind {
    fileprivate var choice: String {
        switch self {
        case .police: "Street-level crime (data.police.uk)"
        case .population: "Population, by LSOA or district"
        case .boundaries: "Boundaries (GeoJSON or TopoJSON)"
        case .lookups: "Lookup: which place lies in which"
        case .deprivation: "Index of Multiple Deprivation, by LSOA"
        case .districtYears: "Recorded crime by district, year and type"
        case .outcomes: "Police outcomes (data.police.uk)"
        case .postcodes: "Postcodes: which small area each lies in"
        case .mapped: "A partner’s own"
        }
    }
}
