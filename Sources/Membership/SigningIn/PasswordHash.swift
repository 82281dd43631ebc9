import CArgon2
import Storage

/// What is kept of a password: Argon2id with its costs and salt, as one text (S25). Nobody can get the password back.
struct PasswordHash: Sendable, Hashable, SQLConvertible, LosslessStringConvertible {
    /// What one check costs, and with it each guess of whoever steals the records.
    struct Cost: Sendable, Hashable {
        /// KiB of memory.
        var memory: UInt32
        var passes: UInt32

        /// OWASP’s first choice for Argon2id: 19 MiB, two passes, one lane.
        static let house = Cost(memory: 19_456, passes: 2)
    }

    let description: String

    init(_ description: String) {
        self.description = description
    }

    /// Takes tens of milliseconds of a processor and the memory its cost says.
    ///
    /// - Throws: ``PasswordFault``
    init(of password: Password, salt: [UInt8], cost: Cost = .house) throws(PasswordFault) {
        let length: UInt32 = 32
        let room = argon2_encodedlen(
            cost.passes, cost.memory, 1, UInt32(salt.count), length, Argon2_id)
        var encoded = [CChar](repeating: 0, count: room)
        let outcome = argon2id_hash_encoded(
            cost.passes, cost.memory, 1, password.bytes, password.bytes.count, salt, salt.count, Int(length),
            &encoded, encoded.count)
        guard outcome == ARGON2_OK.rawValue else { throw .notHashed(outcome) }
        description = String(decoding: encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// As long as making one.
    func isOf(_ password: Password) -> Bool {
        argon2id_verify(description, password.bytes, password.bytes.count) == ARGON2_OK.rawValue
    }

    /// Whether it was made at another cost than is asked for today, and is to be made again when there is a chance.
    func isOutOfDate(at cost: Cost = .house) -> Bool {
        !description.contains("$m=\(cost.memory),t=\(cost.passes),p=1$")
    }
}

/// Why a password could be neither hashed nor checked.
enum PasswordFault: Error, Hashable {
    /// Argon2’s own error number.
    case notHashed(Int32)
}
