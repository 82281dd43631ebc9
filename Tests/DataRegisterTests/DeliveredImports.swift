import SampleData

@testable import DataRegister

extension Delivering {
    var imports: ImportStore { ImportStore(database: database, identities: identities) }
}
