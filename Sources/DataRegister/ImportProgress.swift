/// How far a reading is, for the script that moves its bar.
struct ImportProgress: Encodable {
    let isFinished: Bool
    /// Nil while it cannot be told.
    let percent: Int?
    let detail: String
}
