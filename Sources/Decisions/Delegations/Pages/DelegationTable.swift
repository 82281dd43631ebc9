import DataFiles
import Storage

/// The register of delegations for spreadsheets and programs (RFC 4180).
struct DelegationTable {
    let bytes: [UInt8]

    init(_ register: DelegationRegister) {
        var writer = DelimitedWriter(header: [
            "power", "delegated_by", "delegated_to", "limits", "authority", "since", "until", "ended_because",
        ])
        for one in register.standing + register.ended {
            writer.write([
                one.power, one.from, one.to, one.limits, one.authority, one.since.description, one.until?.description,
                one.endedBecause,
            ])
        }
        bytes = writer.bytes
    }
}
