import Storage
import Wording

extension Form {
    /// The day that was meant; where there is none, each field at fault is refused.
    ///
    /// - Parameter label: the field's, at the head of each refusal.
    public func day(_ name: String, _ label: String, refusals: inout Refusals) -> Day? {
        do throws(NoSuchDay) {
            let (year, month, day) = try typedDay(name).read()
            return Day(year: year, month: month, number: day)
        } catch {
            for fault in error.faults {
                refusals.add("\(label): \(fault.advice)", field: "\(name)-\(fault.part.rawValue)")
            }
            return nil
        }
    }
}
