import Wording
import WorkingDays

extension PackPlan {
    /// What everybody is told of an agenda that was published later than its rules ask; empty where it is in time.
    func late(because reason: String) -> String {
        guard !reason.isEmpty, let notice else { return "" }
        return
            "This agenda was published with less than \(notice.needed.counted("clear day", "clear days")) before the meeting "
            + "(\(rule)), for this reason: \(reason.withFullStop)"
    }
}
