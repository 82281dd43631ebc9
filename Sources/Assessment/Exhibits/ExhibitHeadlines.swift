import DataRegister
import Statistics
import Wording

extension Finding {
    /// What became of it, as a heading says it: "Recorded crime fell by 4.3% in 2015"; nil where nothing is compared.
    func headline(_ name: String?) -> String? {
        guard current.isWhole, earlier?.isWhole == true, let change else { return nil }
        return "\(name ?? subject) \(change.words) in \(current.period)"
    }
}

extension DistrictAssessment {
    /// How many types changed, as a heading says it.
    var changesInBrief: String? {
        guard !compared.isEmpty else { return nil }
        let all = compared.count.counted("type", "types")
        return changed.isEmpty
            ? "None of \(all) of crime changed by more than chance would give"
            : "\(changed.count) of \(all) of crime changed by more than chance would give"
    }
}
