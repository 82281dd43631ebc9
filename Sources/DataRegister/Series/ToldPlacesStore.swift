import Storage

/// Of which places a set tells something.
extension UnknownPlaces {
    /// Those of some places of which a number can be had. In a place without a row there was none only where the set says so, and
    /// its files tell of the district.
    ///
    /// - Throws: `DatabaseFault`
    func told(of places: [Place], by set: DataSet, at levels: Set<Place.Level>) async throws -> [Place] {
        let leavesZerosOut = set.kind == .mapped && set.absentRows == .none
        let keys = set.kind == .streetCrime || leavesZerosOut ? [] : try await reach(of: set).keys
        var told: [Place] = []
        for place in places {
            let isKnown: Bool
            if set.kind == .streetCrime {
                isKnown = try await reason(of: [place], in: set) == nil
            } else {
                let made = levels.filter { $0 == place.level || place.level.canHold($0) }
                guard !made.isEmpty else { continue }
                isKnown =
                    leavesZerosOut
                    ? try await reason(of: [place], in: set) == nil
                    : try await database.read { try !$0.keys(observedAt: made, in: place).isDisjoint(with: keys) }
            }
            if isKnown { told.append(place) }
        }
        return told
    }
}

extension Reading {
    /// The keys of the places of some levels that are, or make up, a place, and have a row of any set.
    fileprivate func keys(observedAt levels: Set<Place.Level>, in place: Place) throws -> Set<String> {
        var keys: Set<String> = []
        for level in levels {
            guard let condition = try observed(at: level, in: place) else { continue }
            let found: [String] = try rows(
                """
                SELECT place FROM observed_place AS observation
                WHERE partnership = \(partnership) AND level = \(level) AND \(condition)
                """
            ).map { try $0("place") }
            keys.formUnion(found)
        }
        return keys
    }
}
