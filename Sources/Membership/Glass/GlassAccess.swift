extension Permission {
    /// Who may break the glass at all: those who can be called when nobody else can, and of whom there is always another
    /// to see it. What they open by it is declared on each permission, and nothing is unless it says so.
    public static let breakGlass = Permission(
        "break the glass", "In an emergency, open for a while what their seats do not let them, before witnesses.",
        heldBy: .officer, .administrator, asksForCode: true)
    /// The witnesses. Who broke the glass, why, and what they opened is told after a second step; that it was broken, everyone
    /// of them is told at once.
    public static let overseeGlass = Permission(
        "oversee broken glass", "Be told when somebody breaks the glass, see what they open, and end it.",
        heldBy: .officer, asksForCode: true)

    /// What breaking the glass needs.
    public static let ofGlass: Set<Permission> = [.breakGlass, .overseeGlass]
}
