/// Street-level crime in the format of data.police.uk, made for a test.
enum Street {
    static let header =
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
        + "Last outcome category,Context\n"

    /// One month: burglaries in Thanet, twice as many incidents of anti-social behaviour, a neighbour, and a row that
    /// belongs to no district.
    static func kent(_ month: String, burglaries: Int = 3) -> String {
        header + String(repeating: row(month, "Burglary", "E01024657,Thanet 001A"), count: burglaries)
            + row(month, "Drugs", "E01024658,Thanet 001B")
            + String(repeating: row(month, "Anti-social behaviour", "E01024657,Thanet 001A"), count: burglaries * 2)
            + row(month, "Burglary", "E01024190,Dover 001A")
            + ",\(month),Kent Police,Kent Police,,,No Location,,,Robbery,,\n"
    }

    static func row(_ month: String, _ type: String, _ lsoa: String) -> String {
        "b1a2,\(month),Kent Police,Kent Police,1.409876,51.376543,On or near High Street,\(lsoa),\(type),,\n"
    }
}

/// Asking for a month of Thanet.
func thanet(_ files: [String], from: String = "2014-01", to: String = "2014-01", _ more: String...) -> [String] {
    ["assess"] + files + ["--district", "Thanet", "--from", from, "--to", to] + more
}
