import DataFiles
import Storage

// What places are called: gathered anew with each lookup and each file of estimates, since either may take a name away.

extension Reading {
    /// The codes and names of all places of a level, by code; a code may have several names.
    ///
    /// - Parameter withEstimates: whether those count that estimates of population alone name.
    func placeNames(of level: PlaceLevel, withEstimates: Bool = false) throws -> [(code: String, name: String)] {
        let sources = withEstimates ? ["lookups", "population"] : ["lookups"]
        return try rows(
            """
            SELECT DISTINCT code, name FROM place_name
            WHERE partnership = \(partnership) AND level = \(level.rawValue) AND told_by IN \(sources)
            ORDER BY code, name
            """
        ).map { try ($0("code"), $0("name")) }
    }
}

extension Writing {
    func gatherPlaceNames() throws {
        try run("DELETE FROM place_name WHERE partnership = \(partnership)")
        try run(.placeNames(of: "partnership = \(partnership)"))
    }
}
