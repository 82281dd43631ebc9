import DataFiles
import Storage

extension MappingDesk {
    /// A table that somebody gives to be read once: nothing of the file is kept.
    ///
    /// - Returns: the table, or why it is none.
    /// - Throws: `DatabaseFault`, `KeptFileFault`
    public func passing(_ file: KeptFile, named name: String) async throws -> Result<DelimitedText, DataFileError> {
        let read: Result<DelimitedText, DataFileError>
        do throws(DataFileError) {
            read = .success(try await table(file.hash, named: name).text())
        } catch {
            read = .failure(error)
        }
        settle(file.hash)
        try await letGo([file.hash])
        return read
    }
}
