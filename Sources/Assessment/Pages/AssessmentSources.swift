import DataFiles
import DataRegister
import Web
import Wording

/// Where the figures come from: a line under each, and the whole list at the end.
struct AssessmentSources {
    let assessment: DistrictAssessment

    /// "Source: data.police.uk, Kent Police, received 22 November 2026".
    var citationText: String {
        guard let publisher = assessment.sources.first?.publisher, let received else {
            return "Source: the files named in this request"
        }
        let force = assessment.force.map { ", \($0)" } ?? ""
        return "Source: \(publisher)\(force), received \(received)"
    }

    private var received: String? { assessment.sources.map(\.receivedOn).max()?.day }

    /// The line under a figure, with the way to how it was made.
    ///
    /// - Parameter method: the part of the page of methods that tells of it.
    func citation(method: StaticString) -> HTML {
        """
        \(citationText) · <a href="\(Address("/methods").at(method))">method</a>
        """
    }

    var html: HTML {
        """
        <h2 id="sources">Sources</h2>
        <p class="measure">Police counts are revised. These figures are those of the files below, on the day they were \
        received.</p>
        <details class="disclosure">
        <summary>\(summary)</summary>
        \(assessmentTable(table).html)
        </details>
        """
    }

    /// "24 files from data.police.uk, the last received 22 November 2026".
    var summary: String {
        let publishers = Set(assessment.sources.map(\.publisher)).sorted().joined(separator: ", ")
        let files = assessment.sources.count.counted("file", "files")
        guard let received else { return files }
        return "\(files) from \(publishers), received \(received)"
    }

    var table: TextTable {
        TextTable(
            "Files these figures rest on",
            columns: [.text("File"), .text("Publisher"), .text("Licence"), .text("Received"), .text("SHA-256 begins")],
            rows: assessment.sources.map { source in
                [
                    source.title, source.publisher, source.licence, source.receivedOn.day, Self.checksums(source),
                ]
            })
    }

    static func checksums(_ source: Source) -> String {
        source.checksums.map { String($0.prefix(12)) }.joined(separator: " ")
    }
}
