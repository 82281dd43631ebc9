import DataFiles
import Foundation
import Storage
import Wording

/// What programs are told of series. Names are never taken away, only added.
enum SeriesDocument {
    struct NamedMeasure: Encodable {
        /// `street-crime/burglary`
        let address: String
        let name: String

        init(_ measure: Measure) { (address, name) = ("\(measure.address)", measure.name) }
    }

    struct NamedPlace: Encodable {
        /// `district:thanet`
        let address: String
        let name: String
        let level: String

        init(_ place: Place) { (address, name, level) = ("\(PlaceAddress(place))", place.name, place.level.name) }
    }

    struct Months: Encodable {
        /// `2015-01`
        let from: String
        let to: String

        init(_ period: Period) { (from, to) = (period.from.description, period.to.description) }
    }

    struct NamedRelease: Encodable {
        let id: String
        let title: String
        let publisher: String
        let licence: String
        let receivedAt: Date
        /// Nil of a partner’s own file.
        let sha256: String?

        init(_ release: Citation.CitedRelease) {
            (id, title, publisher) = (release.id.description, release.publicTitle, release.publisher)
            (licence, receivedAt) = (release.licence, release.receivedAt)
            sha256 = release.publicSHA256?.description
        }
    }

    /// `/api/series`
    struct Listing: Encodable {
        struct Line: Encodable {
            let address: String
            let url: String
            let measure: NamedMeasure
            let place: NamedPlace
            /// What the data set covers; a series says month by month what it has.
            let period: Months
            let unit: String
            /// "Street-level crime"
            let source: String
            let licence: String
            /// The newest of its data set.
            let release: NamedRelease

            init(_ line: SeriesDirectory.Line) {
                let counted = line.counted
                measure = NamedMeasure(counted.measure)
                place = NamedPlace(line.place)
                address = "\(measure.address) \(place.address)"
                url = "/api/series/\(measure.address)/\(place.address)"
                period = Months(counted.span)
                (unit, source) = (counted.measure.unit, "\(counted.newest.publisher), \(counted.set.name)")
                licence = counted.newest.licence
                release = NamedRelease(counted.newest)
            }
        }

        let page: Int
        let pages: Int
        let total: Int
        /// The address of the next page; nil on the last.
        let next: String?
        let series: [Line]

        private enum CodingKeys: CodingKey { case page, pages, total, next, series }

        // On the last page it is said to be null, and not left out.
        func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(page, forKey: .page)
            try fields.encode(pages, forKey: .pages)
            try fields.encode(total, forKey: .total)
            try fields.encode(next, forKey: .next)
            try fields.encode(series, forKey: .series)
        }
    }

    /// `/api/series/{set}/{measure}/{place}`
    struct Answer: Encodable {
        struct Value: Encodable {
            let from: String
            let to: String
            let value: Int?
            /// Why there is none.
            let reason: String?

            private enum CodingKeys: CodingKey { case from, to, value, reason }

            init(_ point: CountSeries.Point, in series: CountSeries) {
                (from, to) = (point.period.from.description, point.period.to.description)
                (value, reason) = series.told(point)
            }

            // A value that is not there is said to be null, and not left out.
            func encode(to encoder: any Encoder) throws {
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(from, forKey: .from)
                try fields.encode(to, forKey: .to)
                try fields.encode(value, forKey: .value)
                try fields.encode(reason, forKey: .reason)
            }
        }

        struct Break: Encodable {
            /// The first month that is counted in the new way.
            let from: String
            let kind: String
            let sentence: String
            let source: String
        }

        let address: String
        let measure: NamedMeasure
        let place: NamedPlace
        let unit: String
        /// "month", "quarter" or "year".
        let by: String
        let period: Months
        let values: [Value]
        let cautions: [String]
        let breaks: [Break]
        let source: String
        let releases: [NamedRelease]

        init(_ series: CountSeries, of measure: Measure, in place: Place, over span: Period) {
            self.measure = NamedMeasure(measure)
            self.place = NamedPlace(place)
            address = "\(measure.address) \(PlaceAddress(place))"
            (unit, by, period) = (measure.unit, series.grain.rawValue, Months(span))
            values = series.points.map { Value($0, in: series) }
            cautions =
                series.shortfalls + [series.areaChange?.sentence].compactMap(\.self)
                + (series.smallCounts.areThere ? [series.smallCounts.note] : [])
            breaks = series.breaks.map {
                Break(from: $0.month.description, kind: $0.kind.rawValue, sentence: $0.sentence, source: $0.source)
            }
            source = series.citation.words
            releases = series.citation.allReleases.map(NamedRelease.init)
        }

        /// The same as a table.
        var csv: [UInt8] {
            var writer = DelimitedWriter(header: ["measure", "place", "from", "to", "value", "unit", "reason"])
            for value in values {
                writer.write([
                    measure.address, place.address, value.from, value.to, value.value.map { "\($0)" }, unit,
                    value.reason,
                ])
            }
            return writer.bytes
        }
    }
}

extension CountSeries {
    /// A number as programs are told it: nil with the reason where it is missing, or too small to be told.
    public func told(_ point: Point) -> (value: Int?, reason: String?) {
        if let count = point.count {
            guard smallCounts.hides(count) else { return (count, nil) }
            return (
                nil,
                "\(smallCounts.words.withCapital): too small to be told."
            )
        }
        if let part = point.part {
            guard part.isAtLeast else { return (nil, "Known in part: \(part.reason).") }
            return (nil, "At least \(smallCounts.telling(part.count)): \(part.reason).")
        }
        if let nothingKnown { return (nil, "\(nothingKnown)") }
        if measures.first?.address.dataSet == .streetCrime,
            let types = try? StreetSeriesStore.types(measures.map(\.address)),
            !types.contains(where: { type in point.period.months.contains { type.existed(in: $0) } })
        {
            return (nil, "The police did not record it as a type of its own then.")
        }
        return (nil, "Missing: no file that is here tells it.")
    }
}
