import DataFiles
import DataRegister
import Foundation
import Statistics
import Storage

extension Comparison {
    /// The table for spreadsheets and programs: plain numbers, and an empty cell for what is missing.
    var csv: [UInt8] {
        var writer = DelimitedWriter(header: [
            "set", "set_version", "measure", "from", "to", "district", "is_own", "count", "residents", "per_1000",
            "per_1000_lower", "per_1000_upper", "place", "of", "group_mean", "in_funnel", "told_apart_from_own",
            "residents_basis", "force", "sources", "sha256", "reason",
        ])
        for member in members {
            writer.write([
                set.name, "\(set.newest.number)", measures.map(\.address.description).joined(separator: "+"),
                "\(period.from)", "\(period.to)", member.name, member.isOwn ? "yes" : "no",
                member.count.map { "\($0)" }, member.people.map { "\($0.people)" }, Self.plain(member.rate?.value),
                Self.plain(member.rate?.interval.lower), Self.plain(member.rate?.interval.upper),
                member.rank.map { "\($0)" }, "\(known.count)", Self.plain(mean), member.position?.word,
                member.isToldApart.map { $0 ? "yes" : "no" }, member.people?.basis, member.force, sources,
                (citation.allReleases + populations.releases).map(\.sha256.description).joined(separator: " "),
                member.why,
            ])
        }
        return writer.bytes
    }

    /// A number with four decimals and a point, or nothing where there is none.
    fileprivate static func plain(_ value: Double?) -> String? {
        value.flatMap { $0.isFinite ? String(format: "%.4f", $0) : nil }
    }
}

extension Comparison.Member {
    /// Why it has no rate; nil where it has one.
    fileprivate var why: String? {
        guard rate == nil else { return nil }
        return count == nil
            ? "no count of it is here for these months" : "no estimate of who lives there is here, so there is no rate"
    }
}

extension ComparedYears {
    /// Year by year, for spreadsheets and programs.
    var csv: [UInt8] {
        var writer = DelimitedWriter(header: [
            "set", "set_version", "measure", "district", "year", "count", "residents", "per_1000", "per_1000_lower",
            "per_1000_upper", "place", "of", "steady_districts", "steady_mean", "steady_lower_quartile",
            "steady_upper_quartile", "times_mean", "residents_basis", "sources", "sha256", "reason",
        ])
        for year in years {
            writer.write([
                set.name, "\(set.newest.number)", measures.map(\.address.description).joined(separator: "+"), own,
                "\(year.year)", year.own.map { "\($0.count)" }, year.own.map { "\(Int($0.population))" },
                Comparison.plain(year.own?.value), Comparison.plain(year.own?.interval.lower),
                Comparison.plain(year.own?.interval.upper), year.place.map { "\($0.rank)" },
                year.place.map { "\($0.of)" }, "\(steady.count)", Comparison.plain(year.mean),
                Comparison.plain(year.middle?.lowerBound), Comparison.plain(year.middle?.upperBound),
                Comparison.plain(year.times), year.people?.basis, sources,
                (citation.allReleases + populations.releases).map(\.sha256.description).joined(separator: " "),
                year.own == nil ? "no count or no estimate of who lives there is here for this year" : nil,
            ])
        }
        return writer.bytes
    }
}
