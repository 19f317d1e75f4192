// Hands files to the form of "Add files" as if they had been chosen there, as soon as the service answers.
const AGAIN = 15_000;

const answers = async (address) => {
  try {
    await fetch(address, { cache: "no-store", signal: AbortSignal.timeout?.(10_000) });
    return true;
  } catch {
    return false;
  }
};

const submit = (address, files) => {
  const form = document.createElement("form");
  const input = document.createElement("input");
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(file);
  Object.assign(form, { method: "post", enctype: "multipart/form-data", action: address, hidden: true });
  Object.assign(input, { type: "file", name: "files", multiple: true, files: chosen.files });
  form.append(input);
  document.body.append(form);
  form.submit();
};

// Calls `onWaiting` while there is no connection, and `onLeaving` before the page is left.
export const send = async (address, files, onWaiting, onLeaving) => {
  while (!(await answers(address))) {
    onWaiting();
    await new Promise((resolve) => {
      setTimeout(resolve, AGAIN);
      addEventListener("online", resolve, { once: true });
    });
  }
  await onLeaving();
  submit(address, files);
};

export const download = (file) => {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: file.name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};
