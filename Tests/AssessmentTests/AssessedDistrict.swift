import Assessment
import DataRegister
import SampleData

extension MadeDistrict {
    func assessed(_ period: Period, comparedWith comparison: Period? = nil) throws -> DistrictAssessment {
        try DistrictAssessment(data, period: period, comparedWith: comparison)
    }
}
