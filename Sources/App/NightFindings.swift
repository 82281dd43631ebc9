import Storage
import Wording

/// What the nightly check found that is not as it was written.
struct NightFindings {
    let chains: [ID<Tenant>: ChainCheck]
    let files: KeptFilesCheck
    /// Which records name which kept file, and which of those files are not there.
    let register: KeptFileRegister
    let missing: [FileHash]

    private static let mostNamed = 10
    private static let most = 20

    /// As the installation is told: it names no record of a partnership.
    var ofInstallation: [String] {
        var findings = chains.sorted { $0.key < $1.key }.compactMap { partnership, check -> String? in
            guard case .broken(let entry, let what) = check else { return nil }
            let whose = partnership == .installation ? "the installation" : "partnership \(partnership)"
            return "Of \(whose), entry \(entry): \(what)."
        }
        findings += files.examples.map { FileProblem.damaged.sentence($0) }
        let more = files.damaged - files.examples.count
        if more > 0 { findings.append("So are \(more.grouped) more.") }
        findings += missing.prefix(Self.mostNamed).map { FileProblem.missing.sentence($0) }
        let others = missing.count - Self.mostNamed
        if others > 0 { findings.append("\(others.grouped) more are not there either.") }
        return Array(findings.prefix(Self.most))
    }

    /// As a partnership is told: which of its records rest on what is damaged or missing.
    func of(_ partnership: ID<Tenant>) -> [String] {
        let problems = files.examples.map { ($0, FileProblem.damaged) } + missing.map { ($0, FileProblem.missing) }
        let own = problems.filter { hash, _ in register.names(hash, in: partnership) }
        return own.prefix(Self.most).map { hash, problem in register.sentence(hash, problem, in: partnership) }
    }

    /// Whether it concerns a partnership: its own chain or files, or what is everybody's.
    func concern(_ partnership: ID<Tenant>) -> Bool {
        files.damaged > 0 || [partnership, .installation].contains { chains[$0]?.isBroken ?? false }
            || !of(partnership).isEmpty
    }
}
