import DataRegister
import Web
import Wording

/// Everything that a theme can count, data set by data set, as people name it.
struct KnownMeasures: Sendable {
    private struct Listed: Sendable {
        let set: DataSet
        let measures: [Measure]
    }

    private let sets: [Listed]

    /// - Throws: `DatabaseFault`
    init(_ store: DataSetStore) async throws {
        var sets: [Listed] = []
        for set in try await store.dataSets() {
            let measures = try await store.measures(of: set.address).filter(\.isCount)
            if !measures.isEmpty { sets.append(Listed(set: set, measures: measures)) }
        }
        self.sets = sets
    }

    /// The choices of a list, a data set after the other; what is chosen already and not known any more stands at the end.
    func choices(with chosen: [String]) -> [Field.Choice] {
        let known = sets.flatMap { listed in
            listed.measures.map { Field.Choice("\($0.address)", "\($0.name) – \(listed.set.name)") }
        }
        let gone = chosen.filter { find($0) == nil }.map { Field.Choice($0, "‘\($0)’, which is not known here") }
        return [.init("", "Nothing")] + known + gone
    }

    func isKnown(_ address: String) -> Bool { find(address) != nil }

    private func find(_ address: String) -> (measure: Measure, set: DataSet)? {
        for listed in sets {
            if let found = listed.measures.first(where: { "\($0.address)" == address }) { return (found, listed.set) }
        }
        return nil
    }

    /// "violence and sexual offences, of street-level crime"; nil where nothing is counted.
    func words(of measures: [String]) -> String? {
        guard !measures.isEmpty else { return nil }
        let found = measures.compactMap(find)
        let names = found.map { $0.measure.name.begunSmall } + measures.filter { !isKnown($0) }.map { "‘\($0)’" }
        let sets = Set(found.map { $0.set.name.begunSmall }).sorted()
        let gone = found.count < measures.count ? ", of which not all is known here" : ""
        return names.inWords + (sets.isEmpty ? "" : ", of \(sets.inWords)") + gone
    }

    /// What is counted for a theme and of which data set, where it goes by another name.
    func otherWords(of theme: Theme) -> Counted? {
        let found = theme.details.measures.compactMap(find)
        let isCalledAlike =
            found.count == 1 && theme.details.measures.count == 1
            && found[0].measure.name.lowercased() == theme.name.lowercased()
        guard !found.isEmpty, !isCalledAlike else { return nil }
        return Counted(
            names: found.map { $0.measure.name.begunSmall }.inWords,
            sets: Set(found.map { $0.set.name.begunSmall }).sorted().inWords)
    }

    /// Of which data set each theme is told beside other districts, by its identifier, as the figure that tells it says.
    func sets(telling beside: BesideOthers, of themes: [Theme]) -> [String: String] {
        var sets: [String: String] = [:]
        for (name, standing) in beside.told {
            let measures = standing.figure.address?.split(separator: " ").dropFirst().first?.split(separator: "+") ?? []
            let told = Set(measures.compactMap { find(String($0))?.set.name.begunSmall }).sorted().inWords
            for theme in themes where theme.name == name && !told.isEmpty { sets["\(theme.id)"] = told }
        }
        return sets
    }

    /// "violence and sexual offences", of "street-level crime".
    struct Counted: Sendable, Hashable {
        let names: String
        let sets: String
    }

    /// Why these cannot be counted together; nil where they can.
    static func refusal(of measures: [String]) -> String? {
        let known = measures.compactMap(MeasureAddress.init)
        guard !known.isEmpty else { return nil }
        do {
            _ = try SeriesQuestion(known, in: [.district("")], by: .month, over: .calendarYear(2015))
            return nil
        } catch {
            return "\(error)"
        }
    }
}
