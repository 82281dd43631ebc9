import DataFiles
import DataRegister
import Statistics

/// What is found about one small area of the district.
public struct PlaceFinding: Sendable {
    public let code: String
    public let name: String
    /// Crimes over the months that are known.
    public let crimes: Int
    /// Anti-social behaviour incidents, apart.
    public let incidents: Int
    public let rate: Rate?
    public let population: PopulationUsed?
    /// Of the district's crime.
    public let share: Proportion?

    init(_ area: DistrictData.Area, in data: DistrictData, over period: Period, of whole: Int) {
        code = area.code
        name = area.name
        var crimes = 0
        var incidents = 0
        for month in period.months where data.covered.contains(month) {
            for (type, count) in area.counts[month] ?? [:] {
                if type.isAntiSocialBehaviour { incidents += count } else { crimes += count }
            }
        }
        self.crimes = crimes
        self.incidents = incidents
        population = data.population.people(in: area.code, during: period)
        rate = population.flatMap { try? Rate(count: crimes, population: Double($0.people)) }
        share = try? Proportion(part: crimes, of: whole)
    }

    /// Every area of the district, most crime first.
    static func worst(in data: DistrictData, over period: Period) -> [PlaceFinding] {
        let whole = data.series(data.types(over: [period]).filter { !$0.isAntiSocialBehaviour }, over: period).total
        return data.living(over: period).map { PlaceFinding($0, in: data, over: period, of: whole) }
            .sorted { ($1.crimes, $0.code) < ($0.crimes, $1.code) }
    }
}
