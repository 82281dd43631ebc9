import Charts
import Foundation
import Testing

/// A specification decoded, so that tests ask what is drawn and not how it is spelt.
struct Drawn {
    let root: [String: Any]

    init(_ chart: some Chart, _ width: ChartWidth = .wide, accent: Colour = .house) throws {
        let decoded = try JSONSerialization.jsonObject(with: Data(chart.spec(width: width, accent: accent).utf8))
        root = try #require(decoded as? [String: Any])
    }

    var layers: [[String: Any]] { root["layer"] as? [[String: Any]] ?? [] }

    func layers(of mark: String) -> [[String: Any]] {
        layers.filter { ($0["mark"] as? [String: Any])?["type"] as? String == mark }
    }

    /// The rows of a layer's own data, or else of the data all layers share.
    func rows(_ layer: [String: Any]) -> [[String: Any]] {
        let data = layer["data"] as? [String: Any] ?? root["data"] as? [String: Any]
        return data?["values"] as? [[String: Any]] ?? []
    }

    /// All words written by text marks.
    var words: [String] {
        layers(of: "text").flatMap { layer in
            let field = (layer["encoding"] as? [String: Any])?["text"] as? [String: Any]
            return rows(layer).compactMap { row in (field?["field"] as? String).flatMap { row[$0] as? String } }
        }
    }

    func encoding(_ channel: String) -> [String: Any] {
        (root["encoding"] as? [String: Any])?[channel] as? [String: Any] ?? [:]
    }

    func domain(_ channel: String) -> [Double] {
        (encoding(channel)["scale"] as? [String: Any])?["domain"] as? [Double] ?? []
    }

    /// Every string anywhere under a key of the name.
    static func strings(under key: String, in value: Any) -> [String] {
        if let object = value as? [String: Any] {
            return object.flatMap { name, inner in
                (name == key ? [inner as? String].compactMap(\.self) : []) + strings(under: key, in: inner)
            }
        }
        return (value as? [Any] ?? []).flatMap { strings(under: key, in: $0) }
    }
}

/// Charts with one thing odd about each, to hold all to what all must keep.
enum Examples {
    static func line(_ label: String, _ year: Int, _ counts: [Int?], from first: Int = 1) -> MonthlyChart.Line {
        MonthlyChart.Line(
            label: label,
            months: counts.enumerated().map { index, count in
                MonthlyChart.Month(year: year, number: first + index, count: count)
            })
    }

    static let year2015 = line("2015", 2015, [980, 912, 1_003, nil, 1_020, 1_140, 1_099, 1_050, nil, nil, 905, 940])
    static let year2014 = line(
        "2014", 2014, [990, 940, 1_020, 1_060, 1_010, nil, 1_150, 1_030, 1_060, 1_000, 890, 930])

    static let monthly: [MonthlyChart] = [
        MonthlyChart(title: "One year", unit: "crimes", current: year2015),
        MonthlyChart(title: "Two years", unit: "crimes", current: year2015, earlier: year2014),
        MonthlyChart(
            title: "Different months", unit: "crimes", current: line("Early 2015", 2015, [7, 9, 8]),
            earlier: line("Late 2014", 2014, [5, nil, 3], from: 9)),
        MonthlyChart(title: "Nothing", unit: "crimes", current: line("2015", 2015, [nil, nil])),
        MonthlyChart(title: "No months", unit: "crimes", current: line("2015", 2015, [])),
        MonthlyChart(title: "Zeros", unit: "robberies", current: line("2015", 2015, [0, 0, 0])),
        MonthlyChart(
            title: "Broken", unit: "crimes", current: year2015, earlier: year2014,
            breaks: [ChartBreak(year: 2014, number: 11, "recording changed")]),
    ]

    static let bars: [BarChart] = [
        BarChart(
            title: "Shares", heading: "Type of crime", unit: "of all crimes", format: .share(places: 1),
            bars: [.init(label: "Burglary", value: 0.612), .init(label: "Robbery", value: 0.388)]),
        BarChart(
            title: "Rates", heading: "District", unit: "crimes per 1,000 people", format: .decimal(places: 1),
            bars: [
                .init(label: "Thanet", value: 79.2, interval: 76...82.1), .init(label: "Swale", value: nil),
                .init(label: "Dover", value: 51.06, interval: 40...55),
            ]),
        BarChart(title: "None", heading: "LSOA", unit: "crimes", bars: []),
    ]

    static func square(_ column: Double, _ row: Double, side: Double = 100) -> MapChart.Ring {
        [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
            MapChart.Point(x: column * 100 + $0 * side, y: row * 100 + $1 * side)
        }
    }

    /// Forty squares, with values that part into groups, a zero, one missing and one kept back.
    static let map = MapChart(
        title: "Squares", unit: "crimes", noun: "square",
        areas: (0..<40).map { index in
            let value: Double? =
                index == 7 ? nil : index == 3 ? 0 : Double(index * index % 97 + (index % 8 == 0 ? 400 : 1))
            return MapChart.Area(
                name: "Square \(index)", polygons: [[square(Double(index % 8), Double(index / 8))]],
                value: index == 11 ? 3_333 : value, isSuppressed: index == 11)
        })

    /// Twenty places about their middle, the last but one far above it, and one without any.
    static let funnels: [FunnelChart] = [
        FunnelChart(
            title: "Districts", heading: "District", unit: "crimes for each 1,000 people", sizeUnit: "residents",
            points: (1...20).map(place),
            centre: 63,
            limits: (1...20).map(limits)),
        FunnelChart(
            title: "Nobody", heading: "District", unit: "crimes", sizeUnit: "residents", points: [], centre: 0,
            limits: []),
    ]

    private static func place(_ number: Int) -> FunnelChart.Point {
        let value: Double = number == 19 ? 120 : 60 + Double(number % 5)
        let place: FunnelChart.Point.Place = number == 19 ? .farAbove : number == 3 ? .above : .within
        return FunnelChart.Point(
            label: "District \(number)", size: Double(number) * 15_000, value: value, place: place, isOwn: number == 3)
    }

    private static func limits(_ step: Int) -> FunnelChart.Limits {
        let reach: Double = 60 / Double(step).squareRoot()
        return FunnelChart.Limits(
            size: Double(step) * 15_000, inner: (63 - reach)...(63 + reach),
            outer: (63 - 1.6 * reach)...(63 + 1.6 * reach))
    }

    /// Three years, the last judged, with a gap, a month above and one below; then one without any range, and none at all.
    static let signals: [SignalChart] = [
        SignalChart(title: "Judged", unit: "crimes", months: (0..<36).map(signal)),
        SignalChart(title: "Judged, small", unit: "crimes", months: (0..<36).map(signal), isSmall: true),
        SignalChart(
            title: "Not judged", unit: "crimes",
            months: (1...3).map { SignalChart.Month(year: 2015, number: $0, count: $0 == 2 ? nil : 7) }),
        SignalChart(title: "No months", unit: "crimes", months: []),
    ]

    /// A place beside others, over a year that is not known and a month from which types were counted otherwise.
    static let years: [YearsChart] = [
        YearsChart(
            title: "Burglary over the years", unit: "crimes for each 1,000 people", name: "Thanet",
            group: "the mean of 13 districts",
            years: (0..<6).map { index in
                let mean = 9.5 - Double(index) * 0.4
                return YearsChart.Year(
                    2010 + index, value: index == 2 ? nil : 12.4 - Double(index), mean: mean,
                    middle: (mean - 2)...(mean + 2.5))
            }, breaks: [ChartBreak(year: 2013, number: 5, "types of crime changed")]),
        YearsChart(title: "No years", unit: "crimes", name: "Thanet", group: "the others", years: []),
    ]

    private static func signal(_ index: Int) -> SignalChart.Month {
        let isJudged = 24 <= index
        return SignalChart.Month(
            year: 2013 + index / 12, number: index % 12 + 1,
            count: index == 7 ? nil : index == 30 ? 240 : index == 33 ? 60 : 150 + index % 5,
            expected: isJudged ? 152.4 : nil, usual: isJudged ? 120.2...190.8 : nil,
            mark: index == 30 ? .high : index == 33 ? .low : nil)
    }

    static var all: [any Chart] {
        monthly + monthly.map { SmallMultiple($0, ceiling: 2_000) } + bars + [map] + funnels + signals + years
    }
}
