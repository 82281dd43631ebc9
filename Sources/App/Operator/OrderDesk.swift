import Foundation
import Partnership
import Storage
import Wording

/// Carries out orders on records that are open.
struct OrderDesk: Sendable {
    /// Told what is being done, how much of it is done, and how much there is.
    typealias Progress = @Sendable (String, Int, Int) -> Void

    let installation: Installation
    let settings: Settings
    /// Told when there is another partnership, or one is somewhere else.
    var changed: @Sendable () async throws -> Void = {}

    /// - Throws: ``OrderFault``, and whatever says why it could not be done.
    func carryOut(_ order: Order, progress: @escaping Progress) async throws -> Order.Outcome {
        switch order {
        case .backUp(let folder): return try await backUp(to: folder, progress)
        case .verify:
            let found = try await Verification(
                of: installation.records, naming: PartnershipNameStore.names, namedBy: Installation.namesKeptFiles
            ) { progress("Reading files", $0, $1) }
            return found.outcome
        case .reindex:
            let count = try await installation.makeEverythingSearchable(by: .commandLine())
            return Order.Outcome(["\(count.counted("thing", "things")) can be found."])
        case .people(let order, let partnership):
            return try await carryOut(order, in: installation.named(partnership))
        case .partnerships(let order): return try await carryOut(order)
        }
    }

    private func carryOut(_ order: Order.People, in partnership: Installation) async throws -> Order.Outcome {
        func users(_ site: String? = nil) -> UserDesk { UserDesk(partnership, settings: settings, site: site) }
        switch order {
        case .list: return Order.Outcome(try await users().list())
        case .invite(let email, let name, let site):
            let link = try await users(site).invite(email, named: name)
            return Order.Outcome(["Give this to \(email), and to nobody else. It works once, within a day:", link])
        case .reset(let email, let secondStep, let site):
            let link = try await users(site).reset(email, secondStep: secondStep)
            return Order.Outcome([
                "Give this to \(email), and to nobody else. It works once, within half an hour:", link,
            ])
        case .disable(let email, let why):
            try await users().disable(email, why: why)
            return Order.Outcome([
                "\(email) is suspended. An officer can take the membership up again, on the person’s page."
            ])
        }
    }

    private func carryOut(_ order: Order.Partnerships) async throws -> Order.Outcome {
        let desk = PartnershipDesk(installation, settings: settings)
        switch order {
        case .list: return Order.Outcome(try await desk.list())
        case .add(let name, let host, let district):
            try await desk.add(name, at: host, district: district)
            try await changed()
            return Order.Outcome([
                "\(name) is entered, at \(host). Let that name lead to this machine. The program that serves prints a "
                    + "one-time address that signs its first officer in."
            ])
        case .move(let one, let host):
            let name = try await desk.move(one, to: host)
            try await changed()
            return Order.Outcome(["\(name) is at \(host) now. Whoever was signed in there signs in again."])
        }
    }

    private func backUp(to folder: String, _ progress: @escaping Progress) async throws -> Order.Outcome {
        guard folder.hasPrefix("/") else { throw OrderFault.noWholePath(folder) }
        let manifest = try await installation.backUp(to: folder, by: .commandLine()) { made in
            progress(made.step.words, made.done, made.total)
        }
        return Order.Outcome([
            "Backed up to ‘\(folder)’, and restored from there for a trial: \(manifest.contentsInWords), all whole.",
            "The installation’s key is not in it: keep a copy of its file somewhere else.",
        ])
    }
}

extension Manifest {
    /// "1,204 entries and 31 kept files"
    public var contentsInWords: String {
        "\(entries.counted("entry", "entries")) and \(files.count.counted("kept file", "kept files"))"
    }
}

extension BackupProgress.Step {
    fileprivate var words: String {
        switch self {
        case .copyingRecords: "Copying records"
        case .copyingFiles: "Copying files"
        case .restoring: "Restoring for a trial"
        }
    }
}
