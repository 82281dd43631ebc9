import App
import ArgumentParser
import DataFiles
import Foundation
import Storage

extension ExitCode {
    /// A file could not be used: what is wrong with it has been said.
    static let unusableFile = ExitCode(2)
}

/// Runs a command, and says what went wrong in plain words on standard error.
func reporting(to terminal: Terminal, _ body: () async throws -> Void) async throws {
    do {
        try await body()
        if let failure = terminal.failure {
            terminal.complain("Error: standard output could not be written (\(failure)). Is the disk full?")
            throw ExitCode.failure
        }
    } catch let error as DataFileError {
        terminal.complain("Error: \(error)")
        for fault in error.faults.prefix(10) {
            terminal.complain("  line \(fault.words)")
        }
        throw ExitCode.unusableFile
    } catch let error as ExitCode {
        throw error
    } catch let error as ValidationError {
        throw error
    } catch let refusal as any Refused {
        terminal.complain("Error: \(refusal.reason).")
        throw ExitCode.failure
    } catch {
        terminal.complain("Error: \(error)")
        throw ExitCode.failure
    }
}
