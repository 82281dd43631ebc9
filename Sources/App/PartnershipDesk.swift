import Foundation
import Partnership
import Storage

/// The partnerships of an installation, as whoever runs it looks after them at the command line.
struct PartnershipDesk: Sendable {
    private let installation: Installation
    private let profiles: ProfileStore
    private let settings: Settings

    init(_ installation: Installation, settings: Settings) {
        self.installation = installation
        self.settings = settings
        profiles = ProfileStore(installation.records, identities: installation.identities)
    }

    /// A line for each: where it is, and its name.
    func list() async throws -> [String] {
        try await profiles.partnerships().map { partnership in
            "\(settings.baseAddress(port: settings.port, host: partnership.host))\t\(partnership.profile.name)"
        }
    }

    /// Enters a partnership with a host name of its own.
    ///
    /// - Throws: ``InstallationFault``, `PartnershipRefusal`, `DatabaseFault`
    func add(_ name: String, at host: String, district: String?) async throws {
        _ = try await profiles.enter(
            Profile(name: name, district: district), host: Self.read(host), by: .commandLine(), at: installation.now())
    }

    /// Gives a partnership another host name.
    ///
    /// - Parameter partnership: its name, or the host name it has.
    /// - Returns: its name.
    /// - Throws: ``InstallationFault``, `PartnershipRefusal`, `DatabaseFault`
    func move(_ partnership: String, to host: String) async throws -> String {
        let found = try await installation.named(partnership)
        try await profiles.move(
            found.partnership.id, to: Self.read(host), by: .commandLine(), at: installation.now())
        return found.profile.name
    }

    private static func read(_ text: String) throws(InstallationFault) -> HostName {
        guard let host = HostName(text) else { throw .notAHostName(text) }
        return host
    }
}
