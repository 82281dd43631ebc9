import DataFiles
import Foundation

/// A month of street-level crime in the format of data.police.uk, made for a test.
public struct StreetFile: Sendable {
    public static let header =
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
        + "Last outcome category,Context"

    public private(set) var lines = [header]

    public init() {}

    /// Adds rows of one type: where, when, how often, by whom.
    public mutating func add(
        _ type: String, _ times: Int = 1, at lsoa: (code: String, name: String)?, in month: Month,
        by force: String = "Kent Police", context: String = ""
    ) {
        let id = type == "Anti-social behaviour" ? "" : "b1a2"
        let place = lsoa.map { "1.409876,51.376543,On or near High Street,\($0.code),\($0.name)" } ?? ",,No Location,,"
        lines += Array(repeating: "\(id),\(month),\(force),\(force),\(place),\(type),,\(context)", count: times)
    }

    /// Adds a line as it is, sound or not.
    public mutating func add(line: String) {
        lines.append(line)
    }

    public var bytes: [UInt8] { Array((lines.joined(separator: "\n") + "\n").utf8) }

    public static let thanet1 = (code: "E01024657", name: "Thanet 001A")
    public static let thanet2 = (code: "E01024658", name: "Thanet 001B")
    public static let dover = (code: "E01024190", name: "Dover 001A")
}

extension StreetFile {
    /// One month of Kent: burglaries in two areas of Thanet, anti-social behaviour, a neighbour, and a row without a place.
    public static func kent(_ month: Month, burglaries: Int = 3) -> StreetFile {
        var file = StreetFile()
        file.add("Burglary", burglaries, at: thanet1, in: month)
        file.add("Drugs", 2, at: thanet2, in: month)
        file.add("Anti-social behaviour", 4, at: thanet1, in: month)
        file.add("Burglary", 5, at: dover, in: month)
        file.add("Robbery", 1, at: nil, in: month)
        return file
    }
}
