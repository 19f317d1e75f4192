// Makes the whole form a place to drop files, and says how many were chosen.
for (const form of document.querySelectorAll("form.drop")) {
  const input = form.querySelector("input[type=file]");
  const chosen = form.querySelector(".chosen");
  const say = () => {
    const names = [...input.files].map((file) => file.name);
    chosen.hidden = names.length === 0;
    chosen.textContent = names.join(", ");
  };
  for (const name of ["dragover", "dragleave", "drop"]) {
    form.addEventListener(name, (event) => {
      event.preventDefault();
      form.classList.toggle("over", name === "dragover");
      if (name === "drop" && event.dataTransfer.files.length) { input.files = event.dataTransfer.files; say(); }
    });
  }
  input.addEventListener("change", say);
}
