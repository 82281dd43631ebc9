import DataFiles
import Web
import Wording

/// Where the figures come from: a line under each, and the whole list at the end.
struct AssessmentSources {
    let assessment: DistrictAssessment

    /// "data.police.uk street-level crime, Kent Police, as received on 22 November 2026."
    var citationText: String {
        guard let publisher = assessment.sources.first?.publisher,
            let received = assessment.sources.map(\.receivedOn).max()
        else { return "Source: the files named in this request." }
        let force = assessment.force.map { ", \($0)" } ?? ""
        return "Source: \(publisher), street-level crime\(force), as received on \(received.day)."
    }

    var citation: HTML {
        """
        \(citationText) <a href="#sources">Sources</a> and <a href="/methods">methods</a>.
        """
    }

    var html: HTML {
        """
        <h2 id="sources">Sources</h2>
        <p>Police counts are revised: these figures are those of the files below, on the day they were received.</p>
        \(assessmentTable(table).html)
        """
    }

    var table: TextTable {
        TextTable(
            "Files these figures rest on",
            columns: [.text("File"), .text("Publisher"), .text("Licence"), .text("Received"), .text("SHA-256 begins")],
            rows: assessment.sources.map { source in
                [
                    source.title, source.publisher, source.licence, source.receivedOn.day,
                    source.checksums.map { String($0.prefix(12)) }.joined(separator: " "),
                ]
            })
    }
}
