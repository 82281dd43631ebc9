import DataFiles
import DataRegister
import Foundation
import Storage

/// A figure as programs read it. Names are never taken away, only added.
struct FigureDocument: Encodable {
    struct Release: Encodable {
        let id: String
        let title: String
        let receivedAt: Date
        let sha256: String
    }

    let address: String
    let subject: String
    let place: String
    let value: String
    /// Whether it is at least that and may be more: then `measured` has it as `atLeast`, and no value.
    let isLowerBound: Bool
    let interval: String?
    /// The same as numbers.
    let measured: Measured?
    let sentence: String
    let notes: [String]
    let source: String
    let releases: [Release]

    init(_ figure: Figure) {
        address = figure.address.description
        (subject, place, value) = (figure.subject, figure.place, figure.value)
        (interval, sentence, notes) = (figure.interval, figure.sentence, figure.notes)
        measured = figure.measured
        isLowerBound = figure.shortfall != nil
        source = figure.citation.words
        releases = figure.citation.allReleases.map {
            Release(
                id: $0.id.description, title: $0.title, receivedAt: $0.receivedAt, sha256: $0.sha256.description)
        }
    }
}
