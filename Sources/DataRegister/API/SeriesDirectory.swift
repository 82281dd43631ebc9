import DataFiles
import Foundation
import Storage

/// Every series that can be asked for: a measure in a place, over what its data set covers.
struct SeriesDirectory: Sendable {
    /// One measure of one data set that has come.
    struct Counted: Sendable {
        let set: DataSet
        let measure: Measure
        /// From the first month that is covered to the last.
        let span: Period
        /// The newest file of the set.
        let newest: Citation.CitedRelease
        /// Those that the set tells of.
        let places: [Place]
    }

    struct Line: Sendable {
        let counted: Counted
        let place: Place
    }

    /// Which of them are asked for.
    struct Question: Sendable {
        var measure: MeasureAddress?
        var place: PlaceAddress?
        /// From 1.
        var page = 1
    }

    static let most = 100

    let counted: [Counted]

    /// Those of a page, and how many there are in all, measure after measure.
    func page(_ question: Question) -> (lines: [Line], all: Int) {
        let measures = counted.filter { question.measure == nil || $0.measure.address == question.measure }
        let lines = measures.lazy.flatMap { counted in
            counted.places.lazy.filter { question.place == nil || PlaceAddress($0) == question.place }.map {
                Line(counted: counted, place: $0)
            }
        }
        let first = (question.page - 1) * Self.most
        return (Array(lines.dropFirst(first).prefix(Self.most)), lines.count)
    }
}
